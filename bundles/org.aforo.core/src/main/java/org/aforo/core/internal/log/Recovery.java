package org.aforo.core.internal.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.aforo.core.internal.log.IndexFile.Extent;

/**
 * Opens what a log has on disk. Full segments are taken by their index file, the last one is read through:
 * what a killed process left half-written at its end is cut. Damage elsewhere costs the records of the blocks
 * it is in, no others, and is reported.
 */
final class Recovery {

    private final String name;
    private final Path folder;
    private final LogSettings settings;
    private final long first;

    /** @param first the first offset that is kept; the loss of those before it is no loss */
    Recovery(String name, Path folder, LogSettings settings, long first) {
        this.name = name;
        this.folder = folder;
        this.settings = settings;
        this.first = first;
    }

    Tail open() throws IOException {
        long[] bases = Segment.bases(folder);
        if (bases.length == 0) {
            return fresh(first);
        }
        Segment[] segments = new Segment[bases.length];
        Extent extent = new Extent(bases[0], Long.MIN_VALUE);
        for (int i = 0; i < bases.length; i++) {
            Segment segment = new Segment(folder, bases[i], settings.files());
            segments[i] = segment;
            boolean last = i == bases.length - 1;
            segment.size(Files.size(segment.file().path()));
            extent = last ? last(segment, extent.millis()) : full(segment, bases[i + 1], extent.millis());
            if (i < bases.length - 2) {
                segment.assumeForced();
            }
        }
        Tail tail = new Tail(segments, segments[segments.length - 1].size(), extent.next(), extent.millis());
        return tail.next() >= first ? tail : skipTo(tail);
    }

    private Tail fresh(long base) throws IOException {
        return new Tail(new Segment[] {Segment.create(folder, base, settings.files())}, 0, base, Long.MIN_VALUE);
    }

    // Records that were trimmed away were lost with the power too: their offsets aren't given twice.
    private Tail skipTo(Tail tail) throws IOException {
        Tail more = tail.with(Segment.create(folder, first, settings.files()));
        return new Tail(more.segments(), 0, first, tail.millis());
    }

    private Extent full(Segment segment, long limit, long millis) throws IOException {
        Extent known = IndexFile.load(segment);
        if (known == null) {
            BlockScan scan = new BlockScan(segment, null, segment.size(), limit, BlockScan.MAX_PIECE, lost(segment));
            known = new Extent(segment.base(), millis);
            for (Block block = scan.next(); block != null; block = scan.next()) {
                segment.index().add(block.offset(), block.firstMillis(), block.position());
                known = new Extent(block.next(), block.lastMillis());
            }
            IndexFile.save(segment, known);
        } else if (known.next() < limit) {
            lost(segment).records(known.next(), limit);
        }
        return known;
    }

    private Extent last(Segment segment, long millis) throws IOException {
        long size = segment.size();
        BlockScan scan = new BlockScan(segment, null, size, Long.MAX_VALUE, BlockScan.MAX_PIECE, null);
        Extent good = new Extent(segment.base(), millis);
        long end = 0;
        long expected = segment.base();
        for (Block block = scan.next(); block != null; block = scan.next()) {
            if (block.offset() > expected) {
                lost(segment).records(expected, block.offset());
            }
            expected = block.next();
            segment.index().add(block.offset(), block.firstMillis(), block.position());
            // A batch that goes on, and then doesn't, was never acknowledged.
            if (!block.more()) {
                end = scan.position();
                good = new Extent(block.next(), block.lastMillis());
            }
        }
        if (end < size) {
            segment.cut(end);
            settings.damage().tornTail(name, segment, size - end);
        }
        return good;
    }

    private BlockScan.Lost lost(Segment segment) {
        return (from, to) -> {
            if (to > first) {
                settings.damage().lost(name, segment, Math.max(from, first), to);
            }
        };
    }
}
