package org.aforo.ui.internal.scenarios;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.jface.window.Window;
import org.eclipse.ui.IWorkbenchPage;

/** Asks for the scenario's inputs, then runs it. */
public final class RunWithInputsHandler extends RunHandler {

    @Override
    boolean fits(Path file) {
        return super.fits(file) && !ScenarioInputs.of(file).isEmpty();
    }

    @Override
    void run(Path file, IWorkbenchPage page) {
        List<ScenarioInputs.Input> inputs = ScenarioInputs.of(file);
        InputsDialog dialog = new InputsDialog(page.getWorkbenchWindow().getShell(), Names.base(file), inputs);
        if (dialog.open() == Window.OK) {
            start(file, page, dialog.values());
        }
    }
}
