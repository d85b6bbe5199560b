package org.aforo.ui.internal.plugins;

import java.util.List;

import org.aforo.ui.Notices;
import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.NotEnabledException;
import org.eclipse.core.commands.NotHandledException;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.ui.IWorkbenchPartSite;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;

/** The platform's own dialogs for the workbench's software: views and other extensions from update sites. */
final class Software {

    private static final List<String> INSTALL = List.of("org.eclipse.equinox.p2.ui.sdk.install");
    private static final List<String> DETAILS = List.of("org.eclipse.equinox.p2.ui.sdk.installationDetails",
            "org.eclipse.ui.help.installationDialog");

    private Software() {
    }

    static void install(IWorkbenchPartSite site) {
        run(site, INSTALL);
    }

    static void details(IWorkbenchPartSite site) {
        run(site, DETAILS);
    }

    /** The first of these commands that there is. */
    private static void run(IWorkbenchPartSite site, List<String> commands) {
        ICommandService known = site.getService(ICommandService.class);
        Command command = commands.stream().map(known::getCommand).filter(Command::isDefined).findFirst()
                .orElse(null);
        try {
            if (command == null) {
                Notices.failed(Messages.software, Messages.noSoftware);
            } else {
                site.getService(IHandlerService.class).executeCommand(command.getId(), null);
            }
        } catch (ExecutionException | NotDefinedException | NotEnabledException | NotHandledException e) {
            Notices.failed(Messages.software, e.getMessage());
        }
    }
}
