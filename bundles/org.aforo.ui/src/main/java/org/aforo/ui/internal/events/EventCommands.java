package org.aforo.ui.internal.events;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.IHandler;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.IWorkbenchPartSite;
import org.eclipse.ui.handlers.IHandlerService;

/** The commands of the Events view, while it is active. */
final class EventCommands {

    private final EventsView view;
    private final IWorkbenchPartSite site;

    EventCommands(EventsView view, IWorkbenchPartSite site) {
        this.view = view;
        this.site = site;
    }

    void activate() {
        activate("org.aforo.ui.events.open", view::open);
        activate(IWorkbenchCommandConstants.EDIT_COPY, view::copy);
        activate("org.eclipse.ui.edit.findReplace", view::find);
    }

    private void activate(String command, Runnable what) {
        IHandler handler = new AbstractHandler() {
            @Override
            public Object execute(ExecutionEvent event) {
                what.run();
                return null;
            }
        };
        site.<IHandlerService>getService(IHandlerService.class).activateHandler(command, handler);
    }
}
