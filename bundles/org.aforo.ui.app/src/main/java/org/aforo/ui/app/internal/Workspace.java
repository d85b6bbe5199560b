package org.aforo.ui.app.internal;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.service.datalocation.Location;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

/** The folder that keeps the workbench's state; one workbench at a time has it. */
final class Workspace {

    private static final int ANOTHER = 0;

    private final Location location;
    private final Path wanted;

    /**
     * @param wanted the folder to open; null for the default one. The framework's own {@code -data} goes before it
     */
    Workspace(Location location, Path wanted) {
        this.location = location;
        this.wanted = wanted;
    }

    /**
     * Takes the folder; asks for another while it can't be had.
     *
     * @param asking called before the first question
     * @return false when the user gave up
     */
    boolean open(Display display, Runnable asking) {
        String problem = take(first());
        while (problem != null) {
            asking.run();
            File other = location.isSet() ? tell(display, problem) : ask(display, problem);
            if (other == null) {
                return false;
            }
            problem = take(url(other));
        }
        return true;
    }

    private URL first() {
        if (location.isSet()) {
            return location.getURL();
        }
        return url(wanted != null ? wanted.toFile() : standard());
    }

    private static File standard() {
        return Path.of(System.getProperty("user.home"), ".aforo", "workbench").toFile();
    }

    /** Gives null when it worked, otherwise what is wrong. */
    private String take(URL folder) {
        String shown = new File(folder.getPath()).getPath();
        try {
            if (location.isSet()) {
                return location.lock() ? null : NLS.bind(Messages.WorkspaceFixed, shown);
            }
            return location.set(folder, true) ? null : NLS.bind(Messages.WorkspaceLocked, shown);
        } catch (IOException e) {
            return NLS.bind(Messages.WorkspaceBroken, shown, e.getMessage());
        }
    }

    /** The framework's own {@code -data} can't be changed any more. */
    private static File tell(Display display, String problem) {
        Shell shell = new Shell(display);
        try {
            MessageDialog.openWarning(shell, Messages.WorkspaceTitle, problem);
            return null;
        } finally {
            shell.dispose();
        }
    }

    private static File ask(Display display, String problem) {
        Shell shell = new Shell(display);
        try {
            MessageDialog dialog = new MessageDialog(shell, Messages.WorkspaceTitle, null, problem,
                    MessageDialog.WARNING, ANOTHER, Messages.WorkspaceAnother, IDialogConstants.CANCEL_LABEL);
            if (dialog.open() != ANOTHER) {
                return null;
            }
            String chosen = new DirectoryDialog(shell).open();
            return chosen == null ? null : new File(chosen);
        } finally {
            shell.dispose();
        }
    }

    private static URL url(File folder) {
        try {
            return folder.toURI().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("the JDK knows file: URLs", e);
        }
    }
}
