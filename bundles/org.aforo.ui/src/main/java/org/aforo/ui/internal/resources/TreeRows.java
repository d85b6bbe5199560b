package org.aforo.ui.internal.resources;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import org.aforo.client.LiveResource;
import org.eclipse.jface.viewers.TreePath;
import org.eclipse.jface.viewers.TreeSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;

/** Brings the rows in sight up to date, and those alone: what is out of sight is looked at when it comes in. */
final class TreeRows {

    private static final int MOST_OPENED = 50;
    private static final int COLUMNS = ResourceColumn.values().length;

    private final TreeViewer viewer;
    private final ResourceModel model;
    private final ResourceContent content;
    private final ResourceLabels labels;

    TreeRows(TreeViewer viewer, ResourceModel model, ResourceContent content, ResourceLabels labels) {
        this.labels = labels;
        this.viewer = viewer;
        this.model = model;
        this.content = content;
    }

    /** Resources came or went, or are ordered or filtered otherwise: counts rows again. */
    void restructure() {
        content.open().now().removeIf(element -> !lives(element));
        count(ResourceModel.ROOT, viewer.getTree().getItemCount());
        for (Object element : List.copyOf(content.open().now())) {
            if (viewer.testFindItem(element) instanceof TreeItem item && !item.isDisposed()) {
                count(element, item.getItemCount());
            }
        }
    }

    private boolean lives(Object element) {
        Object at = element;
        while (at != ResourceModel.ROOT) {
            Optional<Object> parent = model.parent(at);
            if (parent.isEmpty() || !model.children(parent.get()).contains(at)) {
                return false;
            }
            at = parent.get();
        }
        return true;
    }

    private void count(Object element, int shown) {
        int wanted = model.children(element).size();
        if (wanted != shown) {
            viewer.setChildCount(element, wanted);
        }
    }

    /** Brings what is in sight up to date. */
    void refresh() {
        for (TreeItem item : inSight()) {
            if (!item.isDisposed()) {
                refresh(item);
            }
        }
    }

    private void refresh(TreeItem item) {
        TreeItem above = item.getParentItem();
        Object parent = above == null ? ResourceModel.ROOT : above.getData();
        int index = above == null ? viewer.getTree().indexOf(item) : above.indexOf(item);
        List<?> siblings = parent == null ? List.of() : model.children(parent);
        if (index < 0 || index >= siblings.size()) {
            return;
        }
        Object element = siblings.get(index);
        if (!element.equals(item.getData())) {
            content.fill(parent, index, element);
            return;
        }
        say(item, element);
        boolean hasChildren = model.hasChildren(element);
        if (hasChildren != item.getItemCount() > 0) {
            content.fill(parent, index, element);
        }
    }

    /** Touches only what is another: the viewer would set colours and fonts of all cells, and draw the row again. */
    private void say(TreeItem item, Object element) {
        for (int column = 0; column < COLUMNS; column++) {
            String text = labels.getColumnText(element, column);
            if (!item.getText(column).equals(text)) {
                item.setText(column, text);
            }
        }
        Image image = labels.getColumnImage(element, 0);
        if (item.getImage(0) != image) {
            item.setImage(0, image);
        }
        ResourceLabels.colour(item, element);
    }

    private List<TreeItem> inSight() {
        Tree tree = viewer.getTree();
        int most = tree.getClientArea().height / Math.max(1, tree.getItemHeight()) + 2;
        List<TreeItem> rows = new ArrayList<>();
        for (TreeItem item = top(); item != null && rows.size() < most; item = below(item)) {
            rows.add(item);
        }
        return rows;
    }

    /** The row at the top, asked for by its place: SWT on GTK may give the selected one for {@code getTopItem}. */
    private TreeItem top() {
        Tree tree = viewer.getTree();
        Rectangle area = tree.getClientArea(); // in the middle: at the left edge a row's twistie is no part of it
        TreeItem item = tree.getItem(new Point(area.width / 2, area.y + tree.getHeaderHeight() + 1));
        return item != null ? item : tree.getTopItem();
    }

    private TreeItem below(TreeItem item) {
        if (item.getExpanded() && item.getItemCount() > 0) {
            return item.getItem(0);
        }
        Tree tree = viewer.getTree();
        for (TreeItem at = item; at != null; at = at.getParentItem()) {
            TreeItem above = at.getParentItem();
            int next = 1 + (above == null ? tree.indexOf(at) : above.indexOf(at));
            if (next < (above == null ? tree.getItemCount() : above.getItemCount())) {
                return above == null ? tree.getItem(next) : above.getItem(next);
            }
        }
        return null;
    }

    /** Opens what is above an element, and selects and shows it; does nothing when it isn't in the tree. */
    void reveal(List<?> elements) {
        List<TreePath> paths = new ArrayList<>();
        for (Object element : elements) {
            path(element).ifPresent(paths::add);
        }
        if (!paths.isEmpty()) {
            viewer.setSelection(new TreeSelection(paths.toArray(TreePath[]::new)), true);
            if (viewer.testFindItem(elements.getFirst()) instanceof TreeItem item) {
                viewer.getTree().showItem(item);
            }
        }
    }

    private Optional<TreePath> path(Object element) {
        Deque<Object> path = new ArrayDeque<>();
        for (Object at = element; at != ResourceModel.ROOT;) {
            path.addFirst(at);
            Optional<Object> parent = model.parent(at);
            if (parent.isEmpty()) {
                return Optional.empty();
            }
            at = parent.get();
        }
        Object parent = ResourceModel.ROOT;
        for (Object step : path) {
            int index = model.children(parent).indexOf(step);
            if (index < 0) {
                return Optional.empty();
            }
            if (parent != ResourceModel.ROOT) {
                open(parent);
            }
            content.fill(parent, index, step);
            parent = step;
        }
        return Optional.of(new TreePath(path.toArray()));
    }

    /** Opens a node; its rows are filled as they come into sight. */
    void open(Object element) {
        if (viewer.testFindItem(element) instanceof TreeItem item) {
            content.open().choose(element, true);
            content.open().now().add(element);
            count(element, item.getItemCount());
            item.setExpanded(true);
        }
    }

    /** Opens a node that is closed, closes one that is open. */
    void toggle(Object element) {
        if (viewer.testFindItem(element) instanceof TreeItem item) {
            boolean wasOpen = item.getExpanded();
            content.open().choose(element, !wasOpen);
            if (wasOpen) {
                content.open().now().remove(element);
                item.setExpanded(false);
            } else {
                open(element);
                refresh();
            }
        }
    }

    /** Opens what leads to resources that the filter lets through, within a bound. */
    void openMatches() {
        if (model.filter().active()) {
            openBelow(ResourceModel.ROOT, MOST_OPENED);
        }
    }

    private int openBelow(Object parent, int left) {
        List<?> children = model.children(parent);
        for (int index = 0; index < children.size() && left > 0; index++) {
            Object child = children.get(index);
            boolean leads = child instanceof LiveResource resource ? model.filter().leadsTo(resource)
                    : !(child instanceof ResourceGroup);
            if (leads) {
                content.fill(parent, index, child);
                open(child);
                left = openBelow(child, left - 1);
            }
        }
        return left;
    }
}
