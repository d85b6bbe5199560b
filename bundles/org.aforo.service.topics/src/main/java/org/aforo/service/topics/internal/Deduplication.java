package org.aforo.service.topics.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import org.aforo.service.topics.internal.message.Message;
import org.aforo.service.topics.internal.message.Published;

/** The ids that a FIFO topic doesn't take again for a while. For one thread at a time. */
final class Deduplication {

    /** What was published under an id. */
    private record Known(Published published, Instant until) {
    }

    private final Supplier<Duration> span;
    private final Map<String, Known> ids = new LinkedHashMap<>();

    Deduplication(Supplier<Duration> span) {
        this.span = span;
    }

    /** What was published under a message's id lately; null when nothing was. */
    Published find(Message message, boolean byGroup, Instant now) {
        for (Iterator<Known> known = ids.values().iterator(); known.hasNext();) {
            if (known.next().until().isAfter(now)) {
                break;
            }
            known.remove();
        }
        Known known = ids.get(key(message, byGroup));
        return known == null ? null : known.published();
    }

    /** Remembers a message; its text isn't needed. */
    void add(Published published, boolean byGroup) {
        Message message = published.message();
        String key = key(message, byGroup);
        ids.remove(key);
        ids.put(key, new Known(new Published(published.offset(), published.time(),
                Message.of(message.id(), "", message.groupId(), message.deduplicationId())),
                published.time().plus(span.get())));
    }

    private static String key(Message message, boolean byGroup) {
        return byGroup ? message.groupId() + '\n' + message.deduplicationId() : message.deduplicationId();
    }
}
