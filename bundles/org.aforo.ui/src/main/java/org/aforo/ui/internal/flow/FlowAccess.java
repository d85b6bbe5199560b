package org.aforo.ui.internal.flow;

import java.util.ArrayList;
import java.util.List;

import org.aforo.ui.internal.flow.FlowPlan.Area;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.Accessible;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Point;

/** Tells screen readers of the picture: a list whose items are the nodes. */
final class FlowAccess {

    private FlowAccess() {
    }

    static void install(FlowCanvas canvas) {
        Accessible accessible = canvas.getAccessible();
        accessible.addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = event.childID == ACC.CHILDID_SELF ? Messages.accessibleName
                        : FlowTexts.node(canvas, arn(canvas, event.childID));
            }
        });
        accessible.addAccessibleControlListener(new Answers(canvas));
    }

    /** The number of a node. */
    static int child(FlowPlan plan, String arn) {
        List<String> arns = new ArrayList<>(plan.areas().keySet());
        int index = plan.holder(arn).map(node -> arns.indexOf(node.arn())).orElse(-1);
        return index < 0 ? ACC.CHILDID_SELF : index;
    }

    private static String arn(FlowCanvas canvas, int child) {
        List<String> arns = new ArrayList<>(canvas.plan().areas().keySet());
        return child >= 0 && child < arns.size() ? arns.get(child) : "";
    }

    private static final class Answers extends AccessibleControlAdapter {

        private final FlowCanvas canvas;

        Answers(FlowCanvas canvas) {
            this.canvas = canvas;
        }

        @Override
        public void getChildCount(AccessibleControlEvent event) {
            event.detail = canvas.plan().areas().size();
        }

        @Override
        public void getChildren(AccessibleControlEvent event) {
            Object[] children = new Object[canvas.plan().areas().size()];
            for (int i = 0; i < children.length; i++) {
                children[i] = i;
            }
            event.children = children;
        }

        @Override
        public void getRole(AccessibleControlEvent event) {
            event.detail = event.childID == ACC.CHILDID_SELF ? ACC.ROLE_LIST : ACC.ROLE_LISTITEM;
        }

        @Override
        public void getFocus(AccessibleControlEvent event) {
            event.childID = canvas.isFocusControl() ? child(canvas.plan(), canvas.focus()) : ACC.CHILDID_NONE;
        }

        @Override
        public void getChildAtPoint(AccessibleControlEvent event) {
            Point point = canvas.toControl(event.x, event.y);
            event.childID = canvas.at(point.x, point.y).map(arn -> child(canvas.plan(), arn))
                    .orElse(ACC.CHILDID_SELF);
        }

        @Override
        public void getLocation(AccessibleControlEvent event) {
            if (event.childID != ACC.CHILDID_SELF) {
                canvas.plan().area(arn(canvas, event.childID)).map(canvas.camera()::canvas)
                        .ifPresent(area -> place(event, area));
            }
        }

        private void place(AccessibleControlEvent event, Area area) {
            Point point = canvas.toDisplay((int) area.x(), (int) area.y());
            event.x = point.x;
            event.y = point.y;
            event.width = (int) area.width();
            event.height = (int) area.height();
        }

        @Override
        public void getState(AccessibleControlEvent event) {
            event.detail = ACC.STATE_FOCUSABLE | ACC.STATE_SELECTABLE;
            if (event.childID != ACC.CHILDID_SELF && canvas.selected().contains(arn(canvas, event.childID))) {
                event.detail |= ACC.STATE_SELECTED;
            }
        }
    }
}
