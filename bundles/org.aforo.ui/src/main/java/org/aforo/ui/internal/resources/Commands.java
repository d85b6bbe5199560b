package org.aforo.ui.internal.resources;

import org.aforo.ui.Notices;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;

/** Runs the workbench's commands from elsewhere than menus and keys. */
public final class Commands {

    public static final String CONNECT = "org.aforo.ui.connections.connect";

    private Commands() {
    }

    /** Runs a command on the present selection; a failure is told in the status line. */
    public static void run(String command) {
        IHandlerService handlers = PlatformUI.getWorkbench().getService(IHandlerService.class);
        try {
            handlers.executeCommand(command, null);
        } catch (CommandException e) {
            Notices.failed(command, String.valueOf(e.getMessage()));
        }
    }
}
