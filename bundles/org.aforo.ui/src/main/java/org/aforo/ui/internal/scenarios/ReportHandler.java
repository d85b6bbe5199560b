package org.aforo.ui.internal.scenarios;

import java.net.MalformedURLException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.aforo.ui.Notices;
import org.eclipse.swt.program.Program;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.browser.IWorkbenchBrowserSupport;

/** Opens the report of the scenario's last run in the system's browser, or in the workbench where there is none. */
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
            openHere(file, report);
        }
    }

    private static void openHere(Path scenario, Path report) {
        String name = Names.base(scenario);
        try {
            PlatformUI.getWorkbench().getBrowserSupport()
                    .createBrowser(IWorkbenchBrowserSupport.AS_EDITOR, "org.aforo.ui.report." + name, name,
                            report.toString())
                    .openURL(report.toUri().toURL());
        } catch (PartInitException | MalformedURLException e) {
            Notices.failed(Messages.report_failed, report.toString());
        }
    }
}
