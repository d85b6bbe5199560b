package org.aforo.service.streams.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.flow.RecordPeek;
import org.aforo.api.log.RecordLog.Stored;

/** Looks into the logs of a stream's shards, merged by time. Neither limits nor meters notice. */
final class StreamPeek implements RecordPeek {

    private final Collection<Shard> shards;

    /** @param shards all of a stream, or one */
    StreamPeek(Collection<Shard> shards) {
        this.shards = shards;
    }

    @Override
    public Look latest(int max) throws AwsError {
        Map<Integer, Long> next = new HashMap<>();
        PriorityQueue<Seen> newest = new PriorityQueue<>(Seen.ORDER.reversed());
        for (Shard shard : shards) {
            long end = shard.isUsed() ? shard.next() : 0;
            if (end > 0) {
                next.put(shard.meta().index(), end);
                add(newest, new Back(shard, shard.first(), end).step());
            }
        }
        List<Peeked> found = new ArrayList<>();
        long bytes = 0;
        while (!newest.isEmpty() && found.size() < Math.min(max, MAX_RECORDS) && bytes < MAX_BYTES) {
            Seen seen = newest.poll();
            found.add(seen.peeked());
            bytes += seen.shown();
            add(newest, seen.way().step());
        }
        return new Look(new PeekPosition.Offsets(next).toString(), found.reversed());
    }

    @Override
    public Look after(String position, int max) throws AwsError {
        PeekPosition begin = PeekPosition.parse(position);
        Map<Integer, Long> next = new HashMap<>();
        PriorityQueue<Seen> oldest = new PriorityQueue<>(Seen.ORDER);
        for (Shard shard : shards) {
            if (shard.isUsed()) {
                long from = begin.from(shard);
                next.put(shard.meta().index(), from);
                add(oldest, new Forth(shard, from).step());
            }
        }
        List<Peeked> found = new ArrayList<>();
        long bytes = 0;
        while (!oldest.isEmpty() && found.size() < Math.min(max, MAX_RECORDS) && bytes < MAX_BYTES) {
            Seen seen = oldest.poll();
            found.add(seen.peeked());
            bytes += seen.shown();
            next.put(seen.shard().meta().index(), seen.record().offset() + 1);
            add(oldest, seen.way().step());
        }
        next.values().removeIf(offset -> offset == 0);
        return new Look(found.isEmpty() ? position : new PeekPosition.Offsets(next).toString(), found);
    }

    private static void add(PriorityQueue<Seen> queue, Seen seen) {
        if (seen != null) {
            queue.add(seen);
        }
    }

    /** A way through one shard, record by record. */
    private interface Way {
        /** The next record on it; null at its end. */
        Seen step() throws AwsError;
    }

    /** From the newest record to the oldest. */
    private static final class Back implements Way {
        private final Shard shard;
        private final long first;
        private long before;

        Back(Shard shard, long first, long before) {
            this.shard = shard;
            this.first = first;
            this.before = before;
        }

        @Override
        public Seen step() throws AwsError {
            if (--before < first) {
                return null;
            }
            List<Stored> read = shard.read(before, 1, 1);
            return read.isEmpty() || read.getFirst().offset() != before ? null
                    : new Seen(shard, read.getFirst(), this);
        }
    }

    /** From a record to the newest. */
    private static final class Forth implements Way {
        private static final int CHUNK = 16;
        private static final int CHUNK_BYTES = 1 << 18;
        private final Shard shard;
        private final List<Stored> read = new ArrayList<>();
        private long next;
        private int at;

        Forth(Shard shard, long next) {
            this.shard = shard;
            this.next = next;
        }

        @Override
        public Seen step() throws AwsError {
            if (at == read.size()) {
                at = 0;
                read.clear();
                read.addAll(next < shard.next() ? shard.read(next, CHUNK, CHUNK_BYTES) : List.of());
            }
            if (read.isEmpty()) {
                return null;
            }
            Stored record = read.get(at++);
            next = record.offset() + 1;
            return new Seen(shard, record, this);
        }
    }

    /** A record, and the way that leads on from it. */
    private record Seen(Shard shard, Stored record, Way way) {

        static final Comparator<Seen> ORDER = Comparator.<Seen>comparingLong(seen -> seen.record.millis())
                .thenComparingInt(seen -> seen.shard.meta().index()).thenComparingLong(seen -> seen.record.offset());

        int shown() {
            return Math.min(record.data().remaining(), MAX_DATA);
        }

        Peeked peeked() {
            Map<String, String> attributes = new LinkedHashMap<>();
            attributes.put("Sequence number", shard.sequenceNumber(record.offset(), record.millis()));
            HashKey explicit = RecordKey.explicit(record.key());
            if (explicit != null) {
                attributes.put("Explicit hash key", explicit.toString());
            }
            return new Peeked(new PeekPosition.After(record.millis(), shard.meta().index(), record.offset()).toString(),
                    shard.id(), RecordKey.read(record.key()), Instant.ofEpochMilli(record.millis()),
                    record.data().slice(record.data().position(), shown()), record.data().remaining(), attributes);
        }
    }
}
