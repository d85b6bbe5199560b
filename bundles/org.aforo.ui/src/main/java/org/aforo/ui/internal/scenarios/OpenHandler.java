package org.aforo.ui.internal.scenarios;

import java.nio.file.Path;

import org.aforo.ui.Notices;
import org.aforo.ui.internal.scenarios.editor.ScenarioEditor;
import org.aforo.ui.internal.scenarios.editor.ScenarioInput;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;

/** Opens the scenario in its editor. */
public final class OpenHandler extends FileHandler {

    @Override
    void run(Path file, IWorkbenchPage page) {
        open(page, file);
    }

    static void open(IWorkbenchPage page, Path file) {
        try {
            page.openEditor(new ScenarioInput(file), ScenarioEditor.ID);
        } catch (PartInitException e) {
            Notices.failed(file.getFileName().toString(), e.getMessage());
        }
    }
}
