package org.aforo.service.streams.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.aforo.api.flow.FlowRecord;
import org.aforo.api.flow.RecordSource;
import org.aforo.api.log.RecordLog.Stored;

/** Reads a shard's log for another service. Its position is the next record's offset. */
final class ShardCursor implements RecordSource.Cursor {

    private final Shard shard;
    private long offset;

    ShardCursor(Shard shard, long offset) {
        this.shard = shard;
        this.offset = offset;
    }

    @Override
    public List<FlowRecord> read(int maxRecords, long maxBytes, Duration wait) throws InterruptedException {
        List<Stored> stored = shard.read(offset, maxRecords, maxBytes);
        if (stored.isEmpty() && shard.meta().closed() == null && shard.await(offset, wait)) {
            stored = shard.read(offset, maxRecords, maxBytes);
        }
        return stored.isEmpty() ? List.of() : taken(stored);
    }

    private List<FlowRecord> taken(List<Stored> stored) {
        List<FlowRecord> records = new ArrayList<>(stored.size());
        long bytes = 0;
        for (Stored record : stored) {
            records.add(new FlowRecord(shard.sequenceNumber(record.offset(), record.millis()),
                    RecordKey.read(record.key()), record.data(), Instant.ofEpochMilli(record.millis()),
                    route(record)));
            bytes += RecordKey.length(record.key()) + record.data().remaining();
        }
        offset = stored.getLast().offset() + 1;
        shard.out().add(records.size(), bytes);
        shard.stream().out().add(records.size(), bytes);
        return records;
    }

    private static String route(Stored record) {
        HashKey explicit = RecordKey.explicit(record.key());
        return explicit == null ? "" : explicit.toString();
    }

    @Override
    public String position() {
        return Long.toString(offset);
    }

    @Override
    public boolean ended() {
        return shard.meta().closed() != null && offset >= shard.next();
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
