package org.aforo.ui.internal.flow;

import java.util.List;

import org.aforo.client.LiveResource;
import org.eclipse.core.runtime.ListenerList;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;

/** Tells the workbench which resources a view without a viewer has selected. For the UI thread. */
public final class SelectionBridge implements ISelectionProvider {

    private final ListenerList<ISelectionChangedListener> listeners = new ListenerList<>();
    private StructuredSelection selected = StructuredSelection.EMPTY;

    public void select(List<LiveResource> resources) {
        setSelection(new StructuredSelection(resources));
    }

    @Override
    public StructuredSelection getSelection() {
        return selected;
    }

    @Override
    public void setSelection(ISelection selection) {
        if (selection instanceof StructuredSelection structured && !structured.equals(selected)) {
            selected = structured;
            SelectionChangedEvent event = new SelectionChangedEvent(this, selected);
            listeners.forEach(listener -> listener.selectionChanged(event));
        }
    }

    @Override
    public void addSelectionChangedListener(ISelectionChangedListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeSelectionChangedListener(ISelectionChangedListener listener) {
        listeners.remove(listener);
    }
}
