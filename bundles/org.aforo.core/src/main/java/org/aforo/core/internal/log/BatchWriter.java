package org.aforo.core.internal.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.CRC32C;

import org.aforo.api.log.RecordLog.Entry;

/** Lays one batch out as blocks and writes it to the end of a segment. For one batch. */
final class BatchWriter {

    private final Segment segment;
    private final ByteBuffer staging;
    private final CRC32C crc = new CRC32C();
    private long written;
    private long offset;
    private long millis;

    /**
     * @param end    where the segment ends
     * @param offset the first record's
     * @param millis the time of the record before; times don't go back behind it
     */
    BatchWriter(Segment segment, ByteBuffer staging, long end, long offset, long millis) {
        this.segment = segment;
        this.staging = staging;
        this.written = end;
        this.offset = offset;
        this.millis = millis;
    }

    /** Where the segment ends now. */
    long end() {
        return written;
    }

    /** The last record's time. */
    long millis() {
        return millis;
    }

    /** Bytes that a record takes in a block. */
    static long size(Entry entry) {
        return (long) Block.RECORD + entry.key().remaining() + entry.data().remaining();
    }

    void write(List<Entry> batch) throws IOException {
        int from = 0;
        while (from < batch.size()) {
            int to = from + 1;
            long length = Block.HEADER + size(batch.get(from));
            for (; to < batch.size(); to++) {
                long more = size(batch.get(to));
                if (length + more > Block.TARGET) {
                    break;
                }
                length += more;
            }
            block(batch.subList(from, to), Math.toIntExact(length), to < batch.size());
            from = to;
        }
        flush();
    }

    private void block(List<Entry> records, int length, boolean more) throws IOException {
        if (length > staging.remaining()) {
            flush();
        }
        int start = staging.position();
        segment.index().add(offset, Math.max(millis, records.getFirst().millis()), written + start);
        staging.putInt(Block.MAGIC).putInt(length).putInt(0);
        staging.putInt(more ? records.size() | Block.MORE : records.size()).putLong(offset);
        if (length <= staging.capacity() - start) {
            for (Entry entry : records) {
                head(entry);
                copy(entry.key());
                copy(entry.data());
            }
            crc.reset();
            crc.update(staging.slice(start + Block.COUNT_AT, length - Block.COUNT_AT));
            staging.putInt(start + Block.CRC_AT, (int) crc.getValue());
        } else {
            large(records.getFirst());
        }
        offset += records.size();
    }

    private void head(Entry entry) {
        millis = Math.max(millis, entry.millis());
        staging.putLong(millis).putInt(entry.key().remaining()).putInt(entry.data().remaining());
    }

    private void copy(ByteBuffer source) {
        int length = source.remaining();
        int at = staging.position();
        staging.put(at, source, source.position(), length).position(at + length);
    }

    // A record larger than the staging buffer, which is empty but for the block's head: the sum first, then in parts.
    private void large(Entry entry) throws IOException {
        head(entry);
        crc.reset();
        crc.update(staging.slice(Block.COUNT_AT, staging.position() - Block.COUNT_AT));
        crc.update(entry.key().duplicate());
        crc.update(entry.data().duplicate());
        staging.putInt(Block.CRC_AT, (int) crc.getValue());
        inParts(entry.key());
        inParts(entry.data());
    }

    private void inParts(ByteBuffer source) throws IOException {
        int done = 0;
        while (done < source.remaining()) {
            if (!staging.hasRemaining()) {
                flush();
            }
            int part = Math.min(staging.remaining(), source.remaining() - done);
            copy(source.slice(source.position() + done, part));
            done += part;
        }
    }

    private void flush() throws IOException {
        staging.flip();
        segment.file().write(staging, written);
        written += staging.limit();
        staging.clear();
    }
}
