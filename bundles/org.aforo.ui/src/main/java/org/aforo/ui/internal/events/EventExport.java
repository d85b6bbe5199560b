package org.aforo.ui.internal.events;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.aforo.ui.Notices;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;

/** Writes events as CSV (RFC 4180), in the background. */
final class EventExport {

    private EventExport() {
    }

    static Job write(List<EventRow> rows, Path file) {
        Job job = Job.create(Messages.export_title, (IProgressMonitor monitor) -> {
            try (BufferedWriter out = Files.newBufferedWriter(file)) {
                line(out, "time", "type", "connection", "resource", "text");
                for (EventRow row : rows) {
                    line(out, row.cells());
                }
            } catch (IOException e) {
                Notices.failed(Messages.export_title, file + ": " + e.getMessage());
                return;
            }
            Notices.done(Messages.export_title, NLS.bind(Messages.export_done, rows.size(), file));
        });
        job.setUser(true);
        job.schedule();
        return job;
    }

    private static void line(BufferedWriter out, String... cells) throws IOException {
        out.write(Arrays.stream(cells).map(EventExport::quoted).collect(Collectors.joining(",")) + "\r\n");
    }

    private static String quoted(String cell) {
        return cell.matches("(?s).*[\",\r\n].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }
}
