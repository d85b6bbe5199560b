package org.aforo.core.internal.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

import org.aforo.api.log.RecordLog.Stored;

/** Collects the records of one read. For one thread. */
final class LogReader {

    private static final int MOST_EXPECTED = 10_000;

    private final long from;
    private final int maxRecords;
    private final long maxBytes;
    private final ArrayList<Stored> records = new ArrayList<>();
    private long bytes;
    private boolean full;
    private Spot spot;

    /** Where the next read of a reader that goes on will begin: {@code next} is in or at the block at {@code place}. */
    record Spot(long next, Segment segment, SparseIndex.Place place) {
    }

    LogReader(long from, int maxRecords, long maxBytes) {
        this.from = from;
        this.maxRecords = maxRecords;
        this.maxBytes = Math.clamp(maxBytes, 0, Integer.MAX_VALUE);
    }

    List<Stored> records() {
        return records;
    }

    /** Null when nothing was read. */
    Spot spot() {
        return spot;
    }

    boolean isFull() {
        return full;
    }

    /** Reads on in segment {@code i}. */
    void read(Tail tail, int i, SparseIndex.Place place, BlockScan.Lost lost) throws IOException {
        Segment segment = tail.segments()[i];
        records.ensureCapacity((int) Math.min(Math.min(maxRecords, MOST_EXPECTED), tail.next(i) - from));
        BlockScan scan = new BlockScan(segment, place, tail.end(i), tail.next(i), piece(tail, i), lost);
        for (Block block = scan.next(); block != null; block = scan.next()) {
            take(block);
            if (full) {
                spot = new Spot(next(), segment, new SparseIndex.Place(block.offset(), block.position()));
                return;
            }
            if (records.size() == maxRecords || bytes >= maxBytes) {
                full = true;
                spot = new Spot(block.next(), segment, new SparseIndex.Place(block.next(), scan.position()));
                return;
            }
        }
        spot = new Spot(tail.next(i), segment, new SparseIndex.Place(tail.next(i), tail.end(i)));
    }

    private long next() {
        return records.getLast().offset() + 1;
    }

    // As much as the records that are to be had may take, by the segment's average, and a block more on either side.
    private int piece(Tail tail, int i) {
        long base = tail.segments()[i].base();
        long average = tail.end(i) / Math.max(1, tail.next(i) - base) + Block.RECORD;
        long wanted = Math.min(maxBytes, Math.min(maxRecords, tail.next(i) - Math.max(base, from)) * average);
        return (int) Math.min(Integer.MAX_VALUE, wanted + Block.TARGET);
    }

    private void take(Block block) {
        ByteBuffer source = block.bytes();
        int record = block.records();
        for (long offset = block.offset(); offset < block.next(); offset++) {
            int after = block.after(record);
            if (offset >= from) {
                int key = block.keyLength(record);
                int data = block.dataLength(record);
                if (!records.isEmpty() && (records.size() == maxRecords || bytes + key + data > maxBytes)) {
                    full = true;
                    return;
                }
                records.add(new ReadRecord(source, record, key, data, offset));
                bytes += key + data;
            }
            record = after;
        }
    }
}
