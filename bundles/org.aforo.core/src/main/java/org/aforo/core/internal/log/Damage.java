package org.aforo.core.internal.log;

import java.util.concurrent.atomic.AtomicLong;

import org.aforo.api.Events;

/** Tells of records and bytes that a disk or a sudden end took, and counts them. */
final class Damage {

    private final Events events;
    private final AtomicLong tornTails = new AtomicLong();
    private final AtomicLong lostRecords = new AtomicLong();

    Damage(Events events) {
        this.events = events;
    }

    void tornTail(String log, Segment segment, long bytes) {
        tornTails.incrementAndGet();
        events.publish("log-tail-cut", "",
                "Log %s: %,d bytes of an append that never ended were cut from the end of %s, at byte %,d"
                        .formatted(log, bytes, segment.file().path().getFileName(), segment.size()));
    }

    void lost(String log, Segment segment, long from, long to) {
        if (segment.gaps().isNews(to)) {
            lostRecords.addAndGet(to - from);
            events.publish("log-corrupt", "", "Log %s: %,d records, offsets %d to %d, are lost: %s is damaged"
                    .formatted(log, to - from, from, to - 1, segment.file().path().getFileName()));
        }
    }

    void unforced(String log, String reason) {
        events.publish("log-failed", "", "Log %s can't be forced to disk: %s; a loss of power may lose its last records"
                .formatted(log, reason));
    }

    void failing(String log, String reason) {
        events.publish("log-failed", "", "Log %s can't be written: %s".formatted(log, reason));
    }

    void mended(String log) {
        events.publish("log-mended", "", "Log %s can be written again".formatted(log));
    }

    long tornTails() {
        return tornTails.get();
    }

    long lostRecords() {
        return lostRecords.get();
    }
}
