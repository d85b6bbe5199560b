package org.aforo.ui.internal.records;

import java.util.List;

import org.aforo.client.LiveResource;
import org.aforo.ui.Selections;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Shows the records of the selected resource. */
public final class PeekHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        List<LiveResource> chosen = Selections.resources(HandlerUtil.getCurrentSelection(event));
        try {
            RecordsView view = (RecordsView) HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage()
                    .showView(RecordsView.ID);
            chosen.stream().findFirst().ifPresent(view::look);
        } catch (PartInitException e) {
            throw new ExecutionException(e.getMessage(), e);
        }
        return null;
    }
}
