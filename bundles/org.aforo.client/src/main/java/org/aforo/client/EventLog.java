package org.aforo.client;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The events of a bench, each once, and the connection's own. Numbers begin anew when a bench does. For any number of
 * threads.
 */
final class EventLog {

    private static final int KEPT = 5000;

    private final Deque<BenchEvent> events = new ArrayDeque<>();
    private List<BenchEvent> list = List.of();
    private BenchEvent last;
    private long own;

    /** Takes in what is new; gives that. */
    synchronized List<BenchEvent> add(List<BenchEvent> told) {
        List<BenchEvent> fresh = new ArrayList<>();
        for (BenchEvent event : told) {
            if (last == null || event.number() > last.number()) {
                last = event;
                keep(event);
                fresh.add(event);
            }
        }
        return fresh;
    }

    /** Adds one of the connection itself. */
    synchronized BenchEvent add(BenchConnection connection, Instant time, String type, String text) {
        BenchEvent event = new BenchEvent(connection, --own, time, type, "", text);
        keep(event);
        return event;
    }

    private void keep(BenchEvent event) {
        events.addLast(event);
        list = null;
        if (events.size() > KEPT) {
            events.removeFirst();
        }
    }

    /** From which number on to ask a bench so that {@link #continues} can tell whether it is still the same. */
    synchronized long asked() {
        return last == null ? 0 : last.number() - 1;
    }

    /** Whether what a bench tells since {@link #asked} goes on from what is known; a bench begun anew doesn't. */
    synchronized boolean continues(List<BenchEvent> told) {
        return last == null || !told.isEmpty() && (told.getFirst().equals(last)
                || told.getFirst().number() > last.number());
    }

    /** What was told of earlier has no meaning for what comes. */
    synchronized void beginAnew() {
        last = null;
    }

    synchronized List<BenchEvent> all() {
        if (list == null) {
            list = List.copyOf(events);
        }
        return list;
    }
}
