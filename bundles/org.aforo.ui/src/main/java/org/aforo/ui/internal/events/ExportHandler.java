package org.aforo.ui.internal.events;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;

/** Writes what the Events view shows to a file. */
public final class ExportHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        EventsView.shown().ifPresent(EventsView::export);
        return null;
    }
}
