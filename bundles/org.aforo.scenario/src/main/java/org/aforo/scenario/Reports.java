package org.aforo.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.aforo.scenario.internal.report.HtmlReport;
import org.aforo.scenario.internal.report.JUnitReport;

/** Writes what a run gave. */
public final class Reports {

    private Reports() {
    }

    /** Writes {@code report.html} and {@code junit.xml} into a folder, made if it isn't there. */
    public static void write(Outcome outcome, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("junit.xml"), JUnitReport.of(outcome));
        Files.writeString(folder.resolve("report.html"), HtmlReport.of(outcome));
    }
}
