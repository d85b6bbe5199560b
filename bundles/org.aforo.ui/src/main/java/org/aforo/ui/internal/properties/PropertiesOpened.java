package org.aforo.ui.internal.properties;

import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.views.properties.PropertySheet;

/**
 * Lets the Properties view tell of what is selected in the part that was active before it. By itself it begins with
 * nothing where that part selects nothing of its own, where a click on its tab makes it, and where it hides that part:
 * all that are in its folder.
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
            for (IViewReference view : reference.getPage().getViewReferences()) {
                if (view.getPart(false) instanceof PropertySheet sheet && reference.getPage().isPartVisible(sheet)) {
                    fillLater(sheet);
                }
            }
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
            fillLater(sheet);
        }
    }

    /** Once the view itself was told, and of the part that it hides too. */
    private void fillLater(PropertySheet sheet) {
        Display display = sheet.getSite().getShell().getDisplay();
        display.asyncExec(() -> {
            if (!display.isDisposed() && sheet.getCurrentPage() != null && !sheet.isPinned()) {
                fill(sheet);
            }
        });
    }

    private void fill(PropertySheet sheet) {
        sheet.partActivated(before);
        if (sheet.getCurrentPage() instanceof ThemedPage page) {
            ISelectionProvider provider = before.getSite().getSelectionProvider();
            page.selectionChanged(before, provider == null ? StructuredSelection.EMPTY : provider.getSelection());
        }
    }
}
