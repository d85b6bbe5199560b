package org.aforo.ui.internal.scenarios;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;

/** Asks for the name of a scenario file. */
final class NameDialog {

    private NameDialog() {
    }

    static Optional<Path> ask(Shell parent, String title, Path folder, String suggested) {
        InputDialog dialog = new InputDialog(parent, title, Messages.name_prompt, suggested,
                name -> check(folder, name, suggested));
        return dialog.open() == Window.OK ? Optional.of(Names.in(folder, dialog.getValue().strip())) : Optional.empty();
    }

    /** What is wrong with a name; nothing is said of the one that stands there at first, even if it is of no use. */
    private static String check(Path folder, String text, String suggested) {
        String name = text.strip();
        if (!name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]*")) {
            return Messages.name_bad;
        }
        if (!Files.exists(Names.in(folder, name))) {
            return null;
        }
        return name.equals(suggested) ? "" : NLS.bind(Messages.name_taken, name);
    }
}
