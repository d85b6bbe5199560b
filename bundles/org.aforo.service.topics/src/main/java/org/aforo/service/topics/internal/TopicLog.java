package org.aforo.service.topics.internal;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

import org.aforo.api.log.RecordLog;
import org.aforo.api.time.BenchClock;
import org.aforo.service.topics.internal.delivery.Feed;
import org.aforo.service.topics.internal.message.Message;
import org.aforo.service.topics.internal.message.MessageCodec;
import org.aforo.service.topics.internal.message.Published;

/**
 * A topic's messages. What is appended is kept until nobody needs it. The newest small ones are at hand, so that many
 * subscriptions don't read each on its own. Safe for many threads.
 */
final class TopicLog implements Feed.Source {

    private static final ByteBuffer NO_KEY = ByteBuffer.allocate(0).asReadOnlyBuffer();
    private static final int AT_HAND = 256;
    private static final int SMALL = 16 * 1024;
    private static final long CHUNK_BYTES = 1 << 20;

    private final RecordLog log;
    private final BenchClock clock;
    private final AtomicReferenceArray<Published> newest = new AtomicReferenceArray<>(AT_HAND);

    TopicLog(RecordLog log, BenchClock clock) {
        this.log = log;
        this.clock = clock;
    }

    /** Appends messages, all or none; the offset of the first. */
    long append(List<Message> messages) {
        long millis = clock.millis();
        List<RecordLog.Entry> entries = new ArrayList<>(messages.size());
        for (Message message : messages) {
            entries.add(new RecordLog.Entry(millis, NO_KEY, MessageCodec.encode(message)));
        }
        long first = log.append(entries);
        for (int i = 0; i < messages.size(); i++) {
            if (entries.get(i).data().remaining() <= SMALL) {
                newest.set((int) ((first + i) % AT_HAND),
                        new Published(first + i, Instant.ofEpochMilli(millis), messages.get(i)));
            }
        }
        return first;
    }

    @Override
    public List<Published> read(long offset, int max) {
        List<Published> found = new ArrayList<>();
        long end = Math.min(log.next(), offset + max);
        for (long at = offset; at < end; at++) {
            Published published = newest.get((int) (at % AT_HAND));
            if (published == null || published.offset() != at) {
                break;
            }
            found.add(published);
        }
        return found.isEmpty() ? log.read(offset, max, CHUNK_BYTES).stream().map(TopicLog::published).toList() : found;
    }

    static Published published(RecordLog.Stored record) {
        return new Published(record.offset(), Instant.ofEpochMilli(record.millis()),
                MessageCodec.decode(record.data()));
    }

    @Override
    public long first() {
        return log.first();
    }

    @Override
    public long next() {
        return log.next();
    }

    long bytes() {
        return log.bytes();
    }

    RecordLog log() {
        return log;
    }

    /** The first that was published at or after a moment. */
    long at(Instant moment) {
        return log.at(moment.toEpochMilli());
    }

    void trimTo(long offset) {
        if (offset > log.first()) {
            log.trimTo(offset);
        }
    }

    void close() {
        log.close();
    }
}
