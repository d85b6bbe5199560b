package org.aforo.service.topics.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.flow.RecordPeek;
import org.aforo.api.log.RecordLog;

/** Looks at a log. A position is the next record's offset. */
public record LogPeek(RecordLog log, Function<RecordLog.Stored, Peeked> shown) implements RecordPeek {

    private static final int CHUNK = 64;
    private static final int CHUNK_BYTES = 1 << 20;

    /** The newest: goes back until there are enough, or enough bytes of them. */
    @Override
    public Look latest(int max) {
        long end = log.next();
        List<Peeked> found = new ArrayList<>();
        long bytes = 0;
        for (long at = end - 1; at >= log.first() && found.size() < Math.min(max, MAX_RECORDS)
                && bytes < MAX_BYTES; at--) {
            List<RecordLog.Stored> read = log.read(at, 1, 1);
            if (read.isEmpty() || read.getFirst().offset() != at) {
                break;
            }
            found.add(shown.apply(read.getFirst()));
            bytes += found.getLast().data().remaining();
        }
        return new Look(Long.toString(end), found.reversed());
    }

    @Override
    public Look after(String position, int max) {
        long next = offset(position);
        List<Peeked> found = new ArrayList<>();
        long bytes = 0;
        while (found.size() < Math.min(max, MAX_RECORDS) && bytes < MAX_BYTES && next < log.next()) {
            int wanted = Math.min(CHUNK, Math.min(max, MAX_RECORDS) - found.size());
            List<RecordLog.Stored> read = log.read(next, wanted, CHUNK_BYTES);
            if (read.isEmpty()) {
                break;
            }
            for (RecordLog.Stored record : read) {
                found.add(shown.apply(record));
                bytes += found.getLast().data().remaining();
            }
            next = read.getLast().offset() + 1;
        }
        return new Look(found.isEmpty() ? position : Long.toString(next), found);
    }

    private static long offset(String position) {
        try {
            return Math.max(0, Long.parseLong(position));
        } catch (NumberFormatException e) {
            throw AwsError.client("InvalidArgumentException", "Not a position: " + position);
        }
    }
}
