package org.aforo.ui.internal.events;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.aforo.client.BenchConnection;
import org.aforo.client.BenchEvent;
import org.aforo.client.Connections;
import org.aforo.client.Listening;
import org.aforo.client.ModelChange;
import org.aforo.ui.Notices;
import org.aforo.ui.Notices.Notice;

/** What all benches and the workbench told, in the order it came in, bounded. */
final class EventLog implements AutoCloseable {

    static final int KEPT = 10_000;

    private final Deque<EventRow> rows = new ArrayDeque<>();
    /** Told since {@link #drain}, by the feeds' threads. */
    private final Deque<BenchEvent> fresh = new ArrayDeque<>();
    private final Listening changes;
    private Set<BenchEvent> first = new HashSet<>();
    private Notice last;

    EventLog() {
        changes = Connections.shared().listen(this::changed);
        for (BenchConnection connection : Connections.shared().all()) {
            for (BenchEvent event : connection.events()) {
                first.add(event);
                keep(EventRow.of(event));
            }
        }
    }

    private void changed(ModelChange change) {
        synchronized (fresh) {
            fresh.addAll(change.events());
            while (fresh.size() > KEPT) {
                fresh.removeFirst();
            }
        }
    }

    /** Takes in what was told since; gives it, oldest first. For the UI thread, as {@link #rows}. */
    List<EventRow> drain() {
        List<EventRow> added = new ArrayList<>();
        synchronized (fresh) {
            fresh.stream().filter(event -> !first.contains(event)).map(EventRow::of).forEach(added::add);
            if (!fresh.isEmpty()) {
                first = Set.of();
            }
            fresh.clear();
        }
        List<Notice> notices = Notices.all();
        int seen = last == null ? -1 : notices.lastIndexOf(last);
        notices.subList(seen + 1, notices.size()).stream().map(EventRow::of).forEach(added::add);
        last = notices.isEmpty() ? null : notices.getLast();
        added.forEach(this::keep);
        return added;
    }

    private void keep(EventRow row) {
        rows.addLast(row);
        if (rows.size() > KEPT) {
            rows.removeFirst();
        }
    }

    Deque<EventRow> rows() {
        return rows;
    }

    @Override
    public void close() {
        changes.close();
    }
}
