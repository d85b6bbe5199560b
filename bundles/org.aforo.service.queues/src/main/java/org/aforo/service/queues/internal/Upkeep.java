package org.aforo.service.queues.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

import org.aforo.api.endpoint.AwsError;
import org.aforo.service.queues.internal.MessageStore.Filed;

/**
 * Gives back what a queue's store needs no more: messages before the oldest; the space between few old messages, which
 * are stored anew; and changes, of which what still matters is noted anew. Runs now and then, beside all else.
 */
final class Upkeep {

    private static final int MESSAGES = 10_000;
    private static final long BYTES = 32L << 20;
    /** Below this a store isn't worth the trouble. */
    private static final long SMALL = 128L << 20;
    private static final int SPARSE = 4;
    private static final long CHANGES = 50_000;
    private static final int CHUNK = 4_096;
    private static final int TRIM_EACH = 1_000;

    private final QueueCore core;
    private final long small;
    private final AtomicLong messages = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicBoolean running = new AtomicBoolean();

    Upkeep(QueueCore core) {
        this(core, SMALL);
    }

    /** @param small bytes below which messages aren't stored anew */
    Upkeep(QueueCore core, long small) {
        this.core = core;
        this.small = small;
    }

    /** A message is gone. */
    void count(Message message) {
        boolean enough = messages.incrementAndGet() >= MESSAGES | bytes.addAndGet(message.size) >= BYTES;
        if (enough && running.compareAndSet(false, true)) {
            messages.set(0);
            bytes.set(0);
            core.bench.scheduler().start("sqs-upkeep-" + core.name().name(), this::runOnce);
        }
    }

    private void runOnce() {
        try {
            run();
        } finally {
            running.set(false);
        }
    }

    void run() throws AwsError {
        trim();
        gather();
        if (core.store.changes() > Math.max(CHANGES, 2 * core.look(core.backlog::size))) {
            rewriteChanges();
        }
    }

    /** Lets go of messages before the oldest, except those whose deduplication ids count. */
    private void trim() throws AwsError {
        long known = core.known();
        long place = core.look(() -> {
            Message oldest = core.backlog.index.oldest();
            return oldest == null ? known : Math.min(known, oldest.place);
        });
        core.store.trim(Math.min(place, needed()));
    }

    /** From here on a FIFO queue's store is needed, for it tells the deduplication ids that count. */
    private long needed() throws AwsError {
        long dedup = core.limits.dedupSeconds.getAsLong() * QueueCore.MILLIS;
        return core.settings().fifo() ? core.store.placeAt(core.now() - dedup) : Long.MAX_VALUE;
    }

    /** Stores the oldest messages anew as long as most of the store is dead. */
    private void gather() throws AwsError {
        long most = core.look(core.backlog::size);
        long needed = needed();
        for (long moved = 0; moved < most && isSparse(); moved++) {
            if (!moveOldest(needed)) {
                return;
            }
            if (moved % TRIM_EACH == 0 || moved == most - 1) {
                trim();
            }
        }
    }

    private boolean isSparse() throws AwsError {
        long kept = core.store.bytes();
        return kept > small && kept > SPARSE * core.look(core.backlog::bytes);
    }

    /** @param before only if it is before this place */
    private boolean moveOldest(long before) throws AwsError {
        Message oldest = core.look(core.backlog.index::oldest);
        StoredMessage stored = oldest == null || oldest.place >= before ? null : core.store.read(oldest.place);
        if (stored == null) {
            return false;
        }
        long place = core.store.append(List.of(new Filed(stored, oldest.number, oldest.notBefore()))).place();
        core.look(() -> {
            core.backlog.index.leave(oldest);
            if (oldest.state != Message.State.GONE) {
                core.backlog.index.moved(oldest, place);
            }
            return null;
        });
        return true;
    }

    /** Notes all that matters anew, piece by piece; what changes meanwhile is noted after the mark in any case. */
    void rewriteChanges() throws AwsError {
        long mark = core.store.changesMark();
        long upTo = core.known();
        long[] gap = {0};
        long[] next = {0};
        while (next[0] < upTo) {
            List<long[]> ranges = new ArrayList<>();
            List<Picked> received = new ArrayList<>();
            core.look(() -> {
                next[0] = collect(next[0], upTo, gap, ranges, received);
                return null;
            });
            if (!ranges.isEmpty()) {
                core.store.deletedRanges(ranges);
            }
            if (!received.isEmpty()) {
                core.store.received(received);
            }
        }
        core.store.trimChanges(mark);
    }

    /** @return where to go on */
    private long collect(long from, long upTo, long[] gap, List<long[]> ranges, List<Picked> received) {
        Message message = core.backlog.index.from(from);
        for (int i = 0; i < CHUNK && message != null && message.number < upTo; i++) {
            if (message.number > gap[0]) {
                ranges.add(new long[] {gap[0], message.number});
            }
            if (message.receipt != null) {
                received.add(Picked.of(message));
            }
            gap[0] = message.number + 1;
            message = core.backlog.index.from(gap[0]);
        }
        if (message != null && message.number < upTo) {
            return message.number;
        }
        if (upTo > gap[0]) {
            ranges.add(new long[] {gap[0], upTo});
        }
        return upTo;
    }
}
