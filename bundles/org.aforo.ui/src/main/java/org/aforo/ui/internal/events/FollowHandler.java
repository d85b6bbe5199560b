package org.aforo.ui.internal.events;

import java.util.Map;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.commands.IElementUpdater;
import org.eclipse.ui.menus.UIElement;

/** Lets the Events view go to each new event, or stay where it is. */
public final class FollowHandler extends AbstractHandler implements IElementUpdater {

    static final String COMMAND = "org.aforo.ui.events.follow";

    @Override
    public Object execute(ExecutionEvent event) {
        EventsView.shown().ifPresent(view -> view.follow(!view.follows()));
        PlatformUI.getWorkbench().getService(ICommandService.class).refreshElements(COMMAND, null);
        return null;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public void updateElement(UIElement element, Map parameters) {
        element.setChecked(EventsView.shown().map(EventsView::follows).orElse(true));
    }
}
