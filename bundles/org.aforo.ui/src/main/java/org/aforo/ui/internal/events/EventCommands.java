package org.aforo.ui.internal.events;

import java.util.Map;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.IHandler;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.IWorkbenchPartSite;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.commands.IElementUpdater;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.menus.UIElement;

/** The commands of the Events view, while it is active. */
final class EventCommands {

    private static final String FOLLOW = "org.aforo.ui.events.follow";

    private final EventsView view;
    private final IWorkbenchPartSite site;

    EventCommands(EventsView view, IWorkbenchPartSite site) {
        this.view = view;
        this.site = site;
    }

    void activate() {
        activate("org.aforo.ui.events.open", view::open);
        activate("org.aforo.ui.events.export", view::export);
        activate(IWorkbenchCommandConstants.EDIT_COPY, view::copy);
        activate("org.eclipse.ui.edit.findReplace", view::find);
        handlers().activateHandler(FOLLOW, new Follow());
    }

    private IHandlerService handlers() {
        return site.getService(IHandlerService.class);
    }

    private void activate(String command, Runnable what) {
        IHandler handler = new AbstractHandler() {
            @Override
            public Object execute(ExecutionEvent event) {
                what.run();
                return null;
            }
        };
        handlers().activateHandler(command, handler);
    }

    private final class Follow extends AbstractHandler implements IElementUpdater {

        @Override
        public Object execute(ExecutionEvent event) {
            view.follow(!view.follows());
            site.<ICommandService>getService(ICommandService.class).refreshElements(FOLLOW, null);
            return null;
        }

        @Override
        @SuppressWarnings("rawtypes")
        public void updateElement(UIElement element, Map parameters) {
            element.setChecked(view.follows());
        }
    }
}
