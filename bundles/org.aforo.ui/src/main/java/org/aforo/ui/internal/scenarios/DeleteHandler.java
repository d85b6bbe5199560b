package org.aforo.ui.internal.scenarios;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.aforo.ui.Notices;
import org.aforo.ui.internal.scenarios.editor.ScenarioInput;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;

/** Deletes the scenario's file, once the user confirmed it. */
public final class DeleteHandler extends FileHandler {

    @Override
    boolean fits(Path file) {
        return !Runs.shared().running(file);
    }

    @Override
    void run(Path file, IWorkbenchPage page) {
        if (MessageDialog.openConfirm(page.getWorkbenchWindow().getShell(), Messages.delete_title,
                NLS.bind(Messages.delete_question, file.getFileName()))) {
            delete(file, page);
        }
    }

    static void delete(Path file, IWorkbenchPage page) {
        IEditorPart editor = page.findEditor(new ScenarioInput(file));
        if (editor != null) {
            page.closeEditor(editor, false);
        }
        try {
            Files.deleteIfExists(file);
            Runs.shared().renamed(file, null);
            view(page).ifPresent(ScenariosView::refresh);
        } catch (IOException e) {
            Notices.failed(Messages.file_failed, e.getMessage());
        }
    }
}
