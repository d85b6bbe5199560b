package org.aforo.ui.internal.events;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.aforo.ui.internal.files.FileExport;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;

/** Writes events as CSV (RFC 4180), in the background. */
final class EventExport {

    private EventExport() {
    }

    static Job write(List<EventRow> rows, Path file) {
        return FileExport.write(Messages.export_title, file, NLS.bind(Messages.export_done, rows.size(), file), out -> {
            Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            line(text, "time", "type", "connection", "resource", "text");
            for (EventRow row : rows) {
                line(text, row.cells());
            }
            text.flush();
        });
    }

    private static void line(Writer out, String... cells) throws IOException {
        out.write(Arrays.stream(cells).map(EventExport::quoted).collect(Collectors.joining(",")) + "\r\n");
    }

    private static String quoted(String cell) {
        return cell.matches("(?s).*[\",\r\n].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }
}
