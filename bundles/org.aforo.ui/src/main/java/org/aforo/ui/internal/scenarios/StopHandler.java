package org.aforo.ui.internal.scenarios;

import java.nio.file.Path;

import org.eclipse.ui.IWorkbenchPage;

/** Stops the scenario's run. */
public final class StopHandler extends FileHandler {

    @Override
    boolean fits(Path file) {
        return Runs.shared().running(file);
    }

    @Override
    void run(Path file, IWorkbenchPage page) {
        Runs.shared().stop(file);
    }
}
