package org.aforo.core.internal;

import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.aforo.api.Events;
import org.aforo.api.time.BenchClock;

/** The last events, and those who listen for more. A listener that throws is dropped. */
public final class EventRing implements Events {

    static final int MOST = 4_096;

    private final BenchClock clock;
    private final ArrayDeque<Event> kept = new ArrayDeque<>();
    private final List<Consumer<Event>> listeners = new CopyOnWriteArrayList<>();
    private long number;

    public EventRing(BenchClock clock) {
        this.clock = clock;
    }

    @Override
    public void publish(String type, String resource, String text) {
        Event event = keep(type, resource, text.lines().findFirst().orElse(""));
        for (Consumer<Event> listener : listeners) {
            tell(listener, event);
        }
    }

    @Override
    public List<Event> since(long after) {
        synchronized (kept) {
            return kept.stream().filter(event -> event.number() > after).toList();
        }
    }

    @Override
    public AutoCloseable listen(Consumer<Event> listener) {
        Consumer<Event> own = listener::accept;
        listeners.add(own);
        return () -> listeners.remove(own);
    }

    private Event keep(String type, String resource, String line) {
        synchronized (kept) {
            Event event = new Event(++number, clock.now(), type, resource, line);
            if (kept.size() == MOST) {
                kept.removeFirst();
            }
            kept.addLast(event);
            return event;
        }
    }

    private void tell(Consumer<Event> listener, Event event) {
        try {
            listener.accept(event);
        } catch (RuntimeException thrown) {
            // Whoever publishes must not fail because of whoever listens.
            listeners.remove(listener);
            publish("listener-failed", "", "A listener for events failed and was dropped: " + thrown);
        }
    }
}
