package org.aforo.ui.internal.console;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.aforo.ui.Notices;
import org.aforo.ui.internal.wizards.Pick;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;
import org.osgi.framework.FrameworkUtil;
import tools.jackson.databind.JsonNode;

/** The calls made before, kept in the workspace, and their dialog. */
final class ConsoleHistory {

    private static final String FILE = "console-history.json";
    private static final int SHORT = 120;
    /** So that the order of texts is that of times. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss")
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
        return Pick.one(shell, Messages.history, Messages.historyChoose, entries, RequestHistory.Entry.class,
                ConsoleHistory::label, Comparator.reverseOrder());
    }

    private static String label(RequestHistory.Entry entry) {
        String input = entry.input().toString();
        return TIME.format(entry.time()) + "  " + entry.service() + ' ' + entry.operation() + "  " + entry.outcome()
                + "  " + (input.length() > SHORT ? input.substring(0, SHORT) + '\u2026' : input);
    }
}
