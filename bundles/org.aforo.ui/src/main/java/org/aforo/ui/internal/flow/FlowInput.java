package org.aforo.ui.internal.flow;

import org.aforo.ui.internal.flow.FlowPlan.Area;
import org.aforo.ui.internal.flow.FlowPlan.Way;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Event;

/** Mouse and keyboard on the picture. */
final class FlowInput {

    private static final double ZOOM = 1.15;
    private static final int NUDGE = 48;

    private final FlowCanvas canvas;
    private Point dragged;
    private boolean panned;
    private Object hovered;

    FlowInput(FlowCanvas canvas) {
        this.canvas = canvas;
        canvas.addListener(SWT.MouseDown, this::down);
        canvas.addListener(SWT.MouseMove, this::move);
        canvas.addListener(SWT.MouseUp, this::up);
        canvas.addListener(SWT.MouseVerticalWheel, this::wheel);
        canvas.addListener(SWT.KeyDown, this::key);
        canvas.addListener(SWT.Traverse, event -> event.doit = event.detail == SWT.TRAVERSE_TAB_NEXT
                || event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
        canvas.addListener(SWT.MenuDetect, this::menu);
    }

    private void down(Event event) {
        canvas.setFocus();
        String hit = canvas.at(event.x, event.y).orElse("");
        if (event.button == 1 && !hit.isEmpty()) {
            canvas.choose(hit, (event.stateMask & SWT.MOD1) != 0);
        } else if (event.button == 3 && !hit.isEmpty() && !canvas.selected().contains(hit)) {
            canvas.choose(hit, false);
        } else if (event.button != 3) {
            dragged = new Point(event.x, event.y);
            panned = false;
        }
    }

    private void move(Event event) {
        if (dragged != null) {
            panned |= Math.abs(event.x - dragged.x) + Math.abs(event.y - dragged.y) > 3;
            if (panned) {
                canvas.look(canvas.camera().moved(dragged.x - event.x, dragged.y - event.y));
                dragged = new Point(event.x, event.y);
            }
            return;
        }
        Object hit = canvas.at(event.x, event.y).<Object>map(arn -> arn)
                .or(() -> canvas.edgeAt(event.x, event.y)).orElse(null);
        if (hit == null ? hovered != null : !hit.equals(hovered)) {
            hovered = hit;
            canvas.setToolTipText(switch (hit) {
                case String arn -> FlowTexts.node(canvas, arn);
                case FlowGraph.Edge edge -> FlowTexts.edge(canvas, edge);
                case null, default -> null;
            });
        }
    }

    private void up(Event event) {
        if (dragged != null && !panned && event.button == 1) {
            canvas.choose("", false);
        }
        dragged = null;
    }

    private void wheel(Event event) {
        canvas.look(canvas.camera().zoomed(Math.pow(ZOOM, Integer.signum(event.count)), event.x, event.y));
        event.doit = false;
    }

    private void key(Event event) {
        boolean pan = (event.stateMask & SWT.MOD1) != 0;
        switch (event.keyCode) {
            case SWT.ARROW_LEFT -> arrow(Way.LEFT, pan, -NUDGE, 0);
            case SWT.ARROW_RIGHT -> arrow(Way.RIGHT, pan, NUDGE, 0);
            case SWT.ARROW_UP -> arrow(Way.UP, pan, 0, -NUDGE);
            case SWT.ARROW_DOWN -> arrow(Way.DOWN, pan, 0, NUDGE);
            case SWT.HOME -> canvas.plan().graph().nodes().stream().findFirst()
                    .ifPresent(node -> canvas.choose(node.arn(), false));
            case SWT.ESC -> canvas.choose("", false);
            case SWT.CR, SWT.KEYPAD_CR -> canvas.notifyListeners(SWT.DefaultSelection, new Event());
            default -> {
                // Not ours.
            }
        }
    }

    private void arrow(Way way, boolean pan, int dx, int dy) {
        if (pan) {
            canvas.look(canvas.camera().moved(dx, dy));
        } else {
            canvas.plan().neighbour(canvas.focus(), way).ifPresent(arn -> canvas.choose(arn, false));
        }
    }

    /** By the keyboard, the menu comes up at what has it. */
    private void menu(Event event) {
        if (event.detail == SWT.MENU_KEYBOARD) {
            canvas.plan().area(canvas.focus()).ifPresent(area -> {
                Area shown = canvas.camera().canvas(area);
                Point place = canvas.toDisplay((int) (shown.x() + shown.width() / 2),
                        (int) (shown.y() + shown.height() / 2));
                event.x = place.x;
                event.y = place.y;
            });
        }
    }
}
