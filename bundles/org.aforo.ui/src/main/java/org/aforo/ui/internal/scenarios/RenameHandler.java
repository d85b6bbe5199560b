package org.aforo.ui.internal.scenarios;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.aforo.ui.Notices;
import org.aforo.ui.internal.scenarios.editor.ScenarioInput;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;

/** Gives the scenario another name; an open editor goes with it. */
public final class RenameHandler extends FileHandler {

    @Override
    boolean fits(Path file) {
        return !Runs.shared().running(file);
    }

    @Override
    void run(Path file, IWorkbenchPage page) {
        NameDialog.ask(page.getWorkbenchWindow().getShell(), Messages.rename_title, file.getParent(), Names.base(file))
                .ifPresent(to -> rename(file, to, page));
    }

    private static void rename(Path file, Path to, IWorkbenchPage page) {
        IEditorPart editor = page.findEditor(new ScenarioInput(file));
        if (editor != null && !page.closeEditor(editor, true)) {
            return;
        }
        try {
            Files.move(file, to);
            Runs.shared().renamed(file, to);
            view(page).ifPresent(view -> {
                view.refresh();
                view.select(to);
            });
            if (editor != null) {
                OpenHandler.open(page, to);
            }
        } catch (IOException e) {
            Notices.failed(Messages.file_failed, e.getMessage());
        }
    }
}
