package org.aforo.ui.internal.scenarios;

import java.nio.file.Path;
import java.util.Map;

import org.aforo.ui.Notices;
import org.aforo.ui.internal.scenarios.editor.ScenarioInput;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;

/** Runs the scenario as it stands, saved first, with its inputs' defaults. */
public class RunHandler extends FileHandler {

    @Override
    boolean fits(Path file) {
        return !Runs.shared().running(file);
    }

    @Override
    void run(Path file, IWorkbenchPage page) {
        start(file, page, Map.of());
    }

    static void start(Path file, IWorkbenchPage page, Map<String, String> inputs) {
        IEditorPart editor = page.findEditor(new ScenarioInput(file));
        if (editor != null && editor.isDirty() && !page.saveEditor(editor, false)) {
            return;
        }
        Runs.shared().start(file, inputs);
        try {
            ScenariosView view = (ScenariosView) page.showView(ScenariosView.ID, null, IWorkbenchPage.VIEW_VISIBLE);
            view.select(file);
        } catch (PartInitException e) {
            Notices.failed(Messages.run_title, e.getMessage());
        }
    }
}
