package org.aforo.ui.internal.scenarios;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.aforo.ui.Notices;
import org.eclipse.ui.IWorkbenchPage;

/** Copies the scenario under another name. */
public final class CopyHandler extends FileHandler {

    @Override
    void run(Path file, IWorkbenchPage page) {
        NameDialog.ask(page.getWorkbenchWindow().getShell(), Messages.copy_title, file.getParent(),
                Names.free(file.getParent(), Names.base(file))).ifPresent(copy -> copy(file, copy, page));
    }

    private static void copy(Path file, Path copy, IWorkbenchPage page) {
        try {
            Files.copy(file, copy);
            view(page).ifPresent(view -> {
                view.refresh();
                view.select(copy);
            });
        } catch (IOException e) {
            Notices.failed(Messages.file_failed, e.getMessage());
        }
    }
}
