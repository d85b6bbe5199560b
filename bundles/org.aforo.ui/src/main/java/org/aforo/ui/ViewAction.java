package org.aforo.ui;

import java.util.Map;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.ui.IWorkbenchPartSite;
import org.eclipse.ui.commands.ICommandImageService;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.contexts.IContextService;
import org.eclipse.ui.handlers.IHandlerService;

/**
 * An action of a view that carries out a command declared in {@code plugin.xml}: its name, description, icon and key
 * are the command's, so that it is found by Quick Access, and its key works while the view is active.
 */
public final class ViewAction extends Action {

    private final Runnable work;
    private Map<?, ?> parameters = Map.of();

    private ViewAction(IWorkbenchPartSite site, String command, int style, Runnable work) {
        super("", style);
        this.work = work;
        setId(command);
        setActionDefinitionId(command);
        Command declared = site.getService(ICommandService.class).getCommand(command);
        try {
            setText(declared.getName());
            setToolTipText(declared.getDescription() == null ? declared.getName() : declared.getDescription());
        } catch (NotDefinedException e) {
            throw new IllegalArgumentException("No such command: " + command, e);
        }
        ICommandImageService images = site.getService(ICommandImageService.class);
        setImageDescriptor(images.getImageDescriptor(command));
        setDisabledImageDescriptor(images.getImageDescriptor(command, ICommandImageService.TYPE_DISABLED));
        site.getService(IHandlerService.class).activateHandler(command, new Handler(this));
    }

    /** One that does something. */
    public static ViewAction push(IWorkbenchPartSite site, String command, Runnable work) {
        return new ViewAction(site, command, IAction.AS_PUSH_BUTTON, work);
    }

    /** One that switches something; {@link #isChecked()} is what it was switched to when {@code work} is called. */
    public static ViewAction toggle(IWorkbenchPartSite site, String command, boolean on, Runnable work) {
        ViewAction action = new ViewAction(site, command, IAction.AS_CHECK_BOX, work);
        action.setChecked(on);
        return action;
    }

    /** Makes the keys of a context declared in {@code plugin.xml} work while the view is active. */
    public static void keys(IWorkbenchPartSite site, String context) {
        site.getService(IContextService.class).activateContext(context);
    }

    /** What the command was run with, as from a script, while {@code work} runs; null when nothing was said. */
    public String parameter(String id) {
        return (String) parameters.get(id);
    }

    @Override
    public void run() {
        work.run();
    }

    /** What the command does is what the button does. */
    private static final class Handler extends AbstractHandler {

        private final ViewAction action;

        Handler(ViewAction action) {
            this.action = action;
            action.addPropertyChangeListener(event -> setBaseEnabled(action.isEnabled()));
        }

        @Override
        public Object execute(ExecutionEvent event) {
            if (action.getStyle() == IAction.AS_CHECK_BOX) {
                action.setChecked(!action.isChecked());
            }
            action.parameters = event.getParameters();
            try {
                action.run();
            } finally {
                action.parameters = Map.of();
            }
            return null;
        }
    }
}
