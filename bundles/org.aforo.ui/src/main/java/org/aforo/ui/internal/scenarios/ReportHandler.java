package org.aforo.ui.internal.scenarios;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.aforo.ui.Notices;
import org.eclipse.swt.program.Program;
import org.eclipse.ui.IWorkbenchPage;

/** Opens the report of the scenario's last run in the system's browser. */
public final class ReportHandler extends FileHandler {

    @Override
    boolean fits(Path file) {
        return report(file).isPresent();
    }

    static Optional<Path> report(Path file) {
        return Runs.shared().of(file).flatMap(Run::report)
                .or(() -> Runs.shared().result(file).flatMap(Results.Entry::report)).map(ReportHandler::page)
                .filter(Files::isReadable);
    }

    private static Path page(Path told) {
        return Files.isDirectory(told) ? told.resolve("report.html") : told;
    }

    @Override
    void run(Path file, IWorkbenchPage page) {
        Path report = report(file).orElseThrow();
        if (!Program.launch(report.toUri().toString())) {
            Notices.failed(Messages.report_failed, report.toString());
        }
    }
}
