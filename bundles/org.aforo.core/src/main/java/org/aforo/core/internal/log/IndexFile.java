package org.aforo.core.internal.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.zip.CRC32C;

/**
 * A full segment's index on disk, so that opening a log needn't read the segment. It is a help, not the truth:
 * one that is missing, damaged or of another length is made anew from the segment.
 *
 * <p>Layout: magic u32, entries u32, segment's bytes i64, next offset i64, last time i64, the entries (offset,
 * time, position as i64 each), CRC32C u32 of all before.
 */
final class IndexFile {

    private static final int MAGIC = 0xAF01DE01;
    private static final int HEADER = 32;

    /** Where a segment ends: the offset after its last record's, and that record's time. */
    record Extent(long next, long millis) {
    }

    private IndexFile() {
    }

    /** Writes it if the disk lets it: a log whose index can't be kept is as good, only slower to open. */
    static void save(Segment segment, Extent extent) {
        int entries = segment.index().size();
        ByteBuffer bytes = ByteBuffer.allocate(HEADER + entries * SparseIndex.LONGS * Long.BYTES + Integer.BYTES);
        bytes.putInt(MAGIC).putInt(entries).putLong(segment.size()).putLong(extent.next()).putLong(extent.millis());
        segment.index().copyTo(bytes.asLongBuffer());
        int sumAt = bytes.capacity() - Integer.BYTES;
        bytes.putInt(sumAt, sum(bytes, sumAt));
        try {
            Files.write(segment.indexPath(), bytes.array());
        } catch (IOException e) {
            segment.indexPath().toFile().delete();
        }
    }

    /** Fills the segment's index and gives its extent, or null when the file is no help. */
    static Extent load(Segment segment) throws IOException {
        ByteBuffer bytes;
        try {
            bytes = ByteBuffer.wrap(Files.readAllBytes(segment.indexPath()));
        } catch (NoSuchFileException e) {
            return null;
        }
        int sumAt = bytes.capacity() - Integer.BYTES;
        if (sumAt < HEADER || bytes.getInt(sumAt) != sum(bytes, sumAt) || bytes.getInt() != MAGIC) {
            return null;
        }
        int entries = bytes.getInt();
        if (bytes.getLong() != segment.size() || entries != (sumAt - HEADER) / (SparseIndex.LONGS * Long.BYTES)) {
            return null;
        }
        Extent extent = new Extent(bytes.getLong(), bytes.getLong());
        segment.index().load(bytes.asLongBuffer(), entries);
        return extent;
    }

    private static int sum(ByteBuffer bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes.array(), 0, length);
        return (int) crc.getValue();
    }
}
