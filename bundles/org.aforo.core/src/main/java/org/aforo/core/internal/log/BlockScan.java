package org.aforo.core.internal.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * Walks the good blocks of a stretch of a segment file, fetching it piece by piece. Where a block is bad it
 * looks for the next good one and tells what is lost. For one thread.
 */
final class BlockScan {

    /** Below half of the smallest G1 region: larger arrays would be "humongous". */
    static final int MAX_PIECE = 480 * 1024;

    private static final ByteBuffer NONE = ByteBuffer.allocate(0);

    private final Segment segment;
    private final long end;
    private final long limit;
    private final int piece;
    private final boolean mapped;
    private final Lost lost;
    private final CRC32C crc = new CRC32C();

    private long position;
    private long expected;
    private long loaded;
    private ByteBuffer bytes = NONE;
    private ByteBuffer view = NONE;

    /** Told of records that are missing. */
    interface Lost {
        void records(long from, long to);
    }

    /**
     * @param end   where the stretch ends, at a block's end
     * @param limit the offset that the record after the stretch has
     * @param piece how many bytes to fetch at a time; where it is more than {@link #MAX_PIECE} the file is looked at in
     *              place, if it can be
     * @param lost  null when the end may be torn: then the walk ends at a bad block that no good one follows
     */
    BlockScan(Segment segment, SparseIndex.Place from, long end, long limit, int piece, Lost lost) {
        this.segment = segment;
        this.position = from == null ? 0 : from.position();
        this.expected = from == null ? segment.base() : from.offset();
        this.end = end;
        this.limit = limit;
        this.piece = Math.clamp(piece, Block.HEADER, MAX_PIECE);
        this.mapped = piece > MAX_PIECE && end <= Integer.MAX_VALUE && SegmentFile.MAPPED;
        this.lost = lost;
    }

    /** The next good block, or null at the end. */
    Block next() throws IOException {
        while (position < end) {
            Block block = blockAt(position);
            if (block != null) {
                tell(block.offset());
                position += block.length();
                expected = block.next();
                return block;
            }
            long resume = resume();
            if (resume == end && tearable()) {
                return null;
            }
            position = resume;
        }
        if (!tearable()) {
            tell(limit);
        }
        return null;
    }

    /** Where the next block begins. */
    long position() {
        return position;
    }

    private boolean tearable() {
        return lost == null;
    }

    private void tell(long offset) {
        if (offset > expected && lost != null) {
            lost.records(expected, offset);
        }
    }

    private long resume() throws IOException {
        Long known = segment.gaps().resume(position);
        if (known != null) {
            return known;
        }
        long resume = search(position + 1);
        if (resume < end || !tearable()) {
            segment.gaps().add(position, resume);
        }
        return resume;
    }

    private long search(long from) throws IOException {
        for (long p = from; p <= end - Block.HEADER; p++) {
            load(p, Block.HEADER);
            if (view.getInt((int) (p - loaded)) == Block.MAGIC && blockAt(p) != null) {
                return p;
            }
        }
        return end;
    }

    private Block blockAt(long p) throws IOException {
        if (end - p < Block.HEADER) {
            return null;
        }
        load(p, Block.HEADER);
        int at = (int) (p - loaded);
        int length = view.getInt(at + Block.LENGTH_AT);
        if (view.getInt(at) != Block.MAGIC || length < Block.HEADER || length > end - p) {
            return null;
        }
        load(p, length);
        return check((int) (p - loaded), p, length);
    }

    private Block check(int at, long p, int length) {
        if (!isWhole(at, p, length)) {
            return null;
        }
        int count = view.getInt(at + Block.COUNT_AT);
        Block block = new Block(view, at, p, length, count & ~Block.MORE, count < 0,
                view.getLong(at + Block.OFFSET_AT));
        boolean fits = block.count() > 0 && block.offset() >= expected && block.next() <= limit;
        return fits ? block : null;
    }

    private boolean isWhole(int at, long p, int length) {
        if (mapped && segment.checked().has(p, length)) {
            return true;
        }
        crc.reset();
        crc.update(bytes.limit(at + length).position(at + Block.COUNT_AT));
        boolean whole = (int) crc.getValue() == view.getInt(at + Block.CRC_AT);
        if (mapped && whole) {
            segment.checked().add(p, length);
        }
        return whole;
    }

    private void load(long p, int need) throws IOException {
        if (p >= loaded && p + need <= loaded + bytes.capacity()) {
            return;
        }
        if (mapped) {
            bytes = segment.file().mapped(end);
            loaded = 0;
        } else {
            byte[] array = new byte[(int) Math.min(end - p, Math.max(need, piece))];
            segment.file().read(array, p);
            bytes = ByteBuffer.wrap(array);
            loaded = p;
        }
        view = bytes.asReadOnlyBuffer();
    }
}
