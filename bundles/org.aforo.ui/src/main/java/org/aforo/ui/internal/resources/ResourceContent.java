package org.aforo.ui.internal.resources;

import java.util.List;

import org.eclipse.jface.viewers.ILazyTreeContentProvider;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.TreeItem;

/** Fills rows of the tree when they come into sight, and keeps who is open by who it is, not by which row. */
final class ResourceContent implements ILazyTreeContentProvider {

    private final TreeViewer viewer;
    private final ResourceModel model;
    private final OpenNodes open = new OpenNodes();

    ResourceContent(TreeViewer viewer, ResourceModel model) {
        this.viewer = viewer;
        this.model = model;
        viewer.getTree().addListener(SWT.Expand, event -> opened(event.item.getData(), true));
        viewer.getTree().addListener(SWT.Collapse, event -> opened(event.item.getData(), false));
    }

    private void opened(Object element, boolean opened) {
        if (element != null) {
            open.choose(element, opened);
            mark(element, opened);
        }
    }

    private void mark(Object element, boolean opened) {
        if (opened) {
            open.now().add(element);
        } else {
            open.now().remove(element);
        }
    }

    OpenNodes open() {
        return open;
    }

    @Override
    public void updateElement(Object parent, int index) {
        List<?> children = model.children(parent);
        if (index < children.size()) {
            fill(parent, index, children.get(index));
        }
    }

    /** Puts an element into a row, closed or open as it was elsewhere. */
    void fill(Object parent, int index, Object element) {
        viewer.replace(parent, index, element);
        boolean wanted = open.wants(element) && model.hasChildren(element);
        mark(element, wanted);
        if (wanted) {
            viewer.setChildCount(element, model.children(element).size());
        } else {
            viewer.setHasChildren(element, model.hasChildren(element));
        }
        if (viewer.testFindItem(element) instanceof TreeItem item) {
            ResourceLabels.colour(item, element);
            if (item.getExpanded() != wanted) {
                item.setExpanded(wanted);
            }
        }
    }

    @Override
    public void updateChildCount(Object element, int current) {
        int count = model.children(element).size();
        if (count != current) {
            viewer.setChildCount(element, count);
        }
    }

    @Override
    public Object getParent(Object element) {
        return model.parent(element).orElse(null);
    }
}
