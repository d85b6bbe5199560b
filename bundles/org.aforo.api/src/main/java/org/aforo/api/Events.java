package org.aforo.api;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

import org.osgi.annotation.versioning.ProviderType;

/** What happened, for people: flushes, reshards, throttles, faults, plug-ins. The last few thousand are kept. */
@ProviderType
public interface Events {

    /**
     * @param number   grows by one each event
     * @param time     by the bench clock
     * @param type     in lower case with dashes: {@code flush}, {@code fault-injected}, {@code plug-in-added}
     * @param resource ARN it is about, or empty
     * @param text     one line
     */
    record Event(long number, Instant time, String type, String resource, String text) {
    }

    /** Tells of something. Never blocks. */
    void publish(String type, String resource, String text);

    /** The kept events with a number above {@code after}, oldest first. */
    List<Event> since(long after);

    /** Calls {@code listener} for each event, on the publishing thread; it must not block. Close to stop. */
    AutoCloseable listen(Consumer<Event> listener);
}
