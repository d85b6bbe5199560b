package org.aforo.ui.internal.resources;

import java.util.List;

import org.aforo.client.LiveResource;
import org.aforo.ui.Notices;
import org.aforo.ui.Selections;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;

/** Shows what is selected elsewhere in the Resources view. */
public final class RevealHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        reveal(Selections.resources(HandlerUtil.getCurrentSelection(event)));
        return null;
    }

    /** Opens the Resources view and selects resources in it. */
    public static void reveal(List<LiveResource> resources) {
        IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
        if (resources.isEmpty() || page == null) {
            return;
        }
        try {
            if (page.showView(ResourcesView.ID) instanceof ResourcesView view) {
                view.reveal(resources);
            }
        } catch (PartInitException e) {
            Notices.failed(ResourcesView.ID, String.valueOf(e.getMessage()));
        }
    }
}
