package org.aforo.service.firehose.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;

import org.aforo.api.flow.RecordPeek;
import org.aforo.api.log.RecordLog;

/** Looks at the records that wait to be delivered. A position is the next record's offset. */
final class WaitingPeek implements RecordPeek {

    private static final int CHUNK = 64;
    private static final int CHUNK_BYTES = 1 << 20;

    private final RecordLog log;
    private final LongSupplier delivered;
    private final LongFunction<String> id;

    /**
     * @param delivered offset of the first record that waits
     * @param id        a record's id by its offset
     */
    WaitingPeek(RecordLog log, LongSupplier delivered, LongFunction<String> id) {
        this.log = log;
        this.delivered = delivered;
        this.id = id;
    }

    /** The newest: goes back until there are enough, or enough bytes of them. */
    @Override
    public Look latest(int max) {
        long end = log.next();
        long first = Math.max(delivered.getAsLong(), log.first());
        List<Peeked> found = new ArrayList<>();
        long bytes = 0;
        for (long at = end - 1; at >= first && found.size() < Math.min(max, MAX_RECORDS) && bytes < MAX_BYTES; at--) {
            List<RecordLog.Stored> read = log.read(at, 1, 1);
            if (read.isEmpty() || read.getFirst().offset() != at) {
                break;
            }
            found.add(peeked(read.getFirst()));
            bytes += found.getLast().data().remaining();
        }
        return new Look(Long.toString(end), found.reversed());
    }

    @Override
    public Look after(String position, int max) {
        long next = Math.max(offset(position), delivered.getAsLong());
        List<Peeked> found = new ArrayList<>();
        long bytes = 0;
        while (found.size() < Math.min(max, MAX_RECORDS) && bytes < MAX_BYTES && next < log.next()) {
            int wanted = Math.min(CHUNK, Math.min(max, MAX_RECORDS) - found.size());
            List<RecordLog.Stored> read = log.read(next, wanted, CHUNK_BYTES);
            if (read.isEmpty()) {
                break;
            }
            for (RecordLog.Stored record : read) {
                found.add(peeked(record));
                bytes += found.getLast().data().remaining();
            }
            next = read.getLast().offset() + 1;
        }
        return new Look(found.isEmpty() ? position : Long.toString(next), found);
    }

    private static long offset(String position) {
        try {
            return Long.parseLong(position);
        } catch (NumberFormatException e) {
            throw Errors.invalid("Not a position in a delivery stream: " + position);
        }
    }

    private Peeked peeked(RecordLog.Stored record) {
        int shown = Math.min(record.data().remaining(), MAX_DATA);
        return new Peeked(Long.toString(record.offset() + 1), "", "", Instant.ofEpochMilli(record.millis()),
                record.data().slice(record.data().position(), shown), record.data().remaining(),
                Map.of("Record id", id.apply(record.offset())));
    }
}
