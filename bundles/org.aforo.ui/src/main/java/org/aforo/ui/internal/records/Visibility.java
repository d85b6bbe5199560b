package org.aforo.ui.internal.records;

import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchPartReference;

/** Whether a part can be seen. For the UI thread. */
final class Visibility implements IPartListener2, AutoCloseable {

    private final IWorkbenchPart part;
    private final Runnable changed;
    private boolean visible = true;

    Visibility(IWorkbenchPart part, Runnable changed) {
        this.part = part;
        this.changed = changed;
        part.getSite().getPage().addPartListener(this);
    }

    boolean visible() {
        return visible;
    }

    @Override
    public void partHidden(IWorkbenchPartReference reference) {
        tell(reference, false);
    }

    @Override
    public void partVisible(IWorkbenchPartReference reference) {
        tell(reference, true);
    }

    private void tell(IWorkbenchPartReference reference, boolean now) {
        if (reference.getPart(false) == part && now != visible) {
            visible = now;
            changed.run();
        }
    }

    @Override
    public void close() {
        part.getSite().getPage().removePartListener(this);
    }
}
