package org.aforo.ui.internal.properties;

import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.views.properties.PropertySheet;

/**
 * Lets the Properties view tell of the part that was active before it. By itself it shows nothing when it is made by a
 * click on its tab, nor when that hides the part: both are in the same folder.
 */
public final class PropertiesOpened implements IPartListener2 {

    private final IWorkbenchPart resources;
    private IWorkbenchPart before;

    /** @param resources the part that is told of until another one was active */
    public PropertiesOpened(IWorkbenchPart resources) {
        this.resources = resources;
        this.before = resources;
    }

    @Override
    public void partActivated(IWorkbenchPartReference reference) {
        IWorkbenchPart part = reference.getPart(false);
        if (part != null && !(part instanceof PropertySheet)) {
            before = part;
        }
    }

    @Override
    public void partClosed(IWorkbenchPartReference reference) {
        if (reference.getPart(false) == before) {
            before = resources;
        }
    }

    @Override
    public void partVisible(IWorkbenchPartReference reference) {
        if (reference.getPart(false) instanceof PropertySheet sheet) {
            // the part that it hides is told as hidden after this
            sheet.getSite().getShell().getDisplay().asyncExec(() -> fill(sheet));
        }
    }

    private void fill(PropertySheet sheet) {
        if (sheet.getCurrentPage() != null && !(sheet.getCurrentPage() instanceof ThemedPage)) {
            sheet.partActivated(before);
        }
    }
}
