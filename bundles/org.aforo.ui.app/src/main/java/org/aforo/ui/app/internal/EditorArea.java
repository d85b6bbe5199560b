package org.aforo.ui.app.internal;

import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPartReference;

/** Gives the room of the editors to the views once the last one is closed; opening one takes it again. */
final class EditorArea implements IPartListener2 {

    private final IWorkbenchPage page;

    EditorArea(IWorkbenchPage page) {
        this.page = page;
    }

    @Override
    public void partClosed(IWorkbenchPartReference part) {
        if (part instanceof IEditorReference && page.getEditorReferences().length == 0
                && !page.getWorkbenchWindow().isClosing()) {
            page.setEditorAreaVisible(false);
        }
    }
}
