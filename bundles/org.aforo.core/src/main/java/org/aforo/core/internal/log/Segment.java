package org.aforo.core.internal.log;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/** One file of a log: the records from {@link #base()} on, and what is known of them. */
final class Segment {

    // No log's name can hold the sign: a log's own files never meet the folder of a log below it.
    private static final String PREFIX = "@";
    private static final String SUFFIX = ".segment";

    private final long base;
    private final SegmentFile file;
    private final SparseIndex index = new SparseIndex();
    private final Checked checked = new Checked();
    private final Path folder;
    private volatile Gaps gaps;
    private volatile long size;
    private volatile long forced;
    private volatile long kept;
    private volatile boolean named;

    Segment(Path folder, long base, OpenFiles files) {
        this.folder = folder;
        this.base = base;
        this.file = new SegmentFile(files, path(folder, base));
    }

    /** Makes a new, empty one. */
    static Segment create(Path folder, long base, OpenFiles files) throws IOException {
        Segment segment = new Segment(folder, base, files);
        Files.write(segment.file.path(), new byte[0]);
        return segment;
    }

    static Path path(Path folder, long base) {
        return folder.resolve(PREFIX + "%020d".formatted(base) + SUFFIX);
    }

    /** The first offsets of the segments in a folder, ascending. */
    static long[] bases(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).filter(Segment::isSegment)
                    .mapToLong(Segment::base).sorted().toArray();
        }
    }

    static boolean isSegment(String name) {
        return name.matches(PREFIX + "\\d{20}\\" + SUFFIX);
    }

    private static long base(String name) {
        return Long.parseLong(name.substring(PREFIX.length(), name.length() - SUFFIX.length()));
    }

    long base() {
        return base;
    }

    SegmentFile file() {
        return file;
    }

    SparseIndex index() {
        return index;
    }

    /** What of it was found good since it was opened. */
    Checked checked() {
        return checked;
    }

    Path indexPath() {
        return folder.resolve(PREFIX + "%020d".formatted(base) + ".index");
    }

    /** Bytes, once it is full; while it grows {@link Tail#end()} says. */
    long size() {
        return size;
    }

    void size(long bytes) {
        size = bytes;
    }

    /** What is known to be damaged; made when first asked for. */
    synchronized Gaps gaps() {
        if (gaps == null) {
            gaps = new Gaps();
        }
        return gaps;
    }

    /** Takes all of it as safe on disk: it is old. */
    void assumeForced() {
        forced = size;
        named = true;
    }

    boolean isForced(long end) {
        return forced >= end && named;
    }

    /** Makes the first {@code end} bytes safe against a loss of power. */
    void force(long end) throws IOException {
        file.force();
        if (!named) {
            forceNames(folder);
            named = true;
        }
        forced = end;
    }

    /** What isn't safe yet of its first {@code end} bytes; null when it is to be forced itself, since its name isn't. */
    Unforced unforced(long end) {
        return named ? new Unforced(this, Math.max(forced, kept), end) : null;
    }

    /** Notes that a journal has what lies before {@code end} and isn't forced. */
    void kept(long end) {
        kept = end;
    }

    /** Cuts what lies behind {@code end}. */
    void cut(long end) throws IOException {
        index.cut(end);
        checked.forget();
        size = end;
        forced = Math.min(forced, end);
        kept = Math.min(kept, end);
        file.truncate(end);
    }

    void delete() throws IOException {
        file.retire();
        Files.deleteIfExists(indexPath());
        Files.deleteIfExists(file.path());
    }

    /** Makes a folder's new names safe, and that removed ones are gone; Windows can't and needn't. */
    static void forceNames(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
