package org.aforo.ui.internal.console;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;

import org.aforo.ui.Notices;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.dialogs.ElementListSelectionDialog;
import org.osgi.framework.FrameworkUtil;
import tools.jackson.databind.JsonNode;

/** The calls made before, kept in the workspace, and their dialog. */
final class ConsoleHistory {

    private static final String FILE = "console-history.json";
    private static final int SHORT = 120;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
            .withZone(ZoneId.systemDefault());
    /** One for all consoles of this workbench. */
    private static final ConsoleHistory SHARED = new ConsoleHistory();

    private final RequestHistory history;

    private ConsoleHistory() {
        Path folder = Platform.getStateLocation(FrameworkUtil.getBundle(ConsoleHistory.class)).toPath();
        history = new RequestHistory(folder.resolve(FILE));
        inBackground(history::load);
    }

    static ConsoleHistory shared() {
        return SHARED;
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void inBackground(Work work) {
        Job job = Job.create(Messages.history, monitor -> {
            try {
                work.run();
            } catch (IOException e) {
                Notices.failed(Messages.history, NLS.bind(Messages.historyNotKept, e.getMessage()));
            }
            return Status.OK_STATUS;
        });
        job.setSystem(true);
        job.schedule();
    }

    void add(String service, String operation, JsonNode input, Answer answer) {
        history.add(new RequestHistory.Entry(Instant.now(), service, operation, input, answer.title()));
        inBackground(history::save);
    }

    void clear() {
        history.clear();
        inBackground(history::save);
    }

    /** Has one chosen. */
    Optional<RequestHistory.Entry> choose(Shell shell) {
        List<RequestHistory.Entry> entries = history.entries();
        if (entries.isEmpty()) {
            Notices.done(Messages.history, Messages.historyEmpty);
            return Optional.empty();
        }
        // sorts by text otherwise, and the last one is to be first
        ElementListSelectionDialog dialog = new ElementListSelectionDialog(shell, LabelProvider.createTextProvider(
                element -> label((RequestHistory.Entry) element)));
        dialog.setTitle(Messages.history);
        dialog.setMessage(Messages.historyChoose);
        dialog.setMultipleSelection(false);
        dialog.setHelpAvailable(false);
        dialog.setFilter("");
        dialog.setElements(entries.toArray());
        return dialog.open() == Window.OK ? Optional.ofNullable((RequestHistory.Entry) dialog.getFirstResult())
                : Optional.empty();
    }

    private static String label(RequestHistory.Entry entry) {
        String input = entry.input().toString();
        return TIME.format(entry.time()) + "  " + entry.service() + ' ' + entry.operation() + "  " + entry.outcome()
                + "  " + (input.length() > SHORT ? input.substring(0, SHORT) + '\u2026' : input);
    }
}
