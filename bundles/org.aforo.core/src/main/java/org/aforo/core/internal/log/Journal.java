package org.aforo.core.internal.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32C;

/**
 * A file that what is new in many logs is copied to, so that one force makes all of it safe; until the logs' own files
 * are forced, less often. What it keeps is written to these again when the next run begins.
 *
 * <p>It is written from its start again and again, a turn each. Chunks, big endian:
 *
 * <pre>
 * magic u32 | length u32 of the whole chunk | CRC32C u32 of all that follows | turn u64
 * then each piece: name length u16 | data length u32 | segment's base u64 | position u64 | log's name | data
 * </pre>
 *
 * A chunk of another turn than the first one's is a leftover.
 */
final class Journal {

    private static final int MAGIC = 0xAF0B10C2;
    private static final int HEADER = 20;
    private static final int LENGTH_AT = 4;
    private static final int CRC_AT = 8;
    private static final int TURN_AT = 12;
    private static final int PIECE = Short.BYTES + Integer.BYTES + 2 * Long.BYTES;
    /** A log with more that is new is forced itself: copying would cost more. */
    private static final int MOST_OF_A_LOG = 64 * 1024;

    private final Path path;
    private final LogSettings settings;
    private final SegmentFile file;
    private final Map<String, LogWriter> kept = new ConcurrentHashMap<>();
    private volatile long end;
    private volatile long turn;

    Journal(Path path, LogSettings settings) {
        this.path = path;
        this.settings = settings;
        this.file = new SegmentFile(settings.files(), path);
    }

    /** The logs whose files it stands in for. */
    Map<String, LogWriter> kept() {
        return kept;
    }

    boolean isFull() {
        return end > settings.journalBytes() - mostOfARound();
    }

    /** So much at once: the disk writes it twice. */
    private long mostOfARound() {
        return settings.journalBytes() / 4;
    }

    /**
     * Makes safe what is new in some logs, where that is little.
     *
     * @return those that are to be forced themselves
     */
    List<LogWriter> keep(List<LogWriter> round) {
        List<LogWriter> rest = new ArrayList<>();
        List<Unforced> taken = new ArrayList<>();
        long start = end;
        ByteBuffer chunk = settings.staging().take();
        try {
            begin();
            chunk.position(HEADER);
            for (LogWriter log : round) {
                // Known before it is looked at: a log of this name that is made anew from now on is told of it.
                kept.put(log.name(), log);
                Unforced news = log.unforced();
                if (news != null && news.length() <= MOST_OF_A_LOG && end - start <= mostOfARound()
                        && add(log, news, chunk)) {
                    taken.add(news);
                } else {
                    rest.add(log);
                }
            }
            write(chunk);
            file.force();
        } catch (IOException e) {
            end = start;
            return round;
        } finally {
            settings.staging().give(chunk);
        }
        taken.forEach(Unforced::kept);
        return rest;
    }

    /** Forgets what it keeps, which is safe in the logs' files. */
    void restart() throws IOException {
        end = 0;
        turn++;
        ByteBuffer chunk = ByteBuffer.allocate(HEADER);
        write(chunk.position(HEADER));
        file.force();
        kept.clear();
    }

    /** Gives the disk's space back, when nothing is kept. */
    void close() throws IOException {
        file.retire();
        if (kept.isEmpty()) {
            Files.deleteIfExists(path);
        }
    }

    private void begin() throws IOException {
        if (!Files.exists(path)) {
            Files.write(path, new byte[0]);
            Segment.forceNames(path.getParent());
        }
    }

    /** @return whether it could be read: its segment may have been trimmed away, or its log closed */
    private boolean add(LogWriter log, Unforced news, ByteBuffer chunk) throws IOException {
        byte[] name = log.name().getBytes(StandardCharsets.US_ASCII);
        int length = Math.toIntExact(news.length());
        if (chunk.remaining() < PIECE + name.length + length) {
            write(chunk);
        }
        int start = chunk.position();
        chunk.putShort((short) name.length).putInt(length).putLong(news.segment().base()).putLong(news.from());
        chunk.put(name);
        try {
            news.segment().file().read(chunk.slice(chunk.position(), length), news.from());
            chunk.position(chunk.position() + length);
            return true;
        } catch (IllegalStateException e) {
            chunk.position(start);
            return false;
        }
    }

    private void write(ByteBuffer chunk) throws IOException {
        chunk.flip();
        chunk.putInt(0, MAGIC).putInt(LENGTH_AT, chunk.limit()).putLong(TURN_AT, turn);
        chunk.putInt(CRC_AT, sum(chunk));
        file.write(chunk, end);
        end += chunk.limit();
        chunk.clear().position(HEADER);
    }

    private static int sum(ByteBuffer chunk) {
        CRC32C crc = new CRC32C();
        crc.update(chunk.slice(TURN_AT, chunk.limit() - TURN_AT));
        return (int) crc.getValue();
    }

    /** Writes what the run before left to the logs' files, and makes these safe. */
    void replay(LogNames names) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        Map<Path, SegmentFile> files = new HashMap<>();
        try {
            long size = file.size();
            long at = 0;
            long first = 0;
            ByteBuffer chunk = chunk(at, size);
            while (chunk != null && (at == 0 || chunk.getLong(TURN_AT) == first)) {
                first = chunk.getLong(TURN_AT);
                apply(chunk.position(HEADER), names, files);
                at += chunk.limit();
                chunk = chunk(at, size);
            }
            force(files);
        } finally {
            for (SegmentFile target : files.values()) {
                target.retire();
            }
        }
        Files.delete(path);
        Segment.forceNames(path.getParent());
    }

    /** The chunk at a position; null where there is no whole one. */
    private ByteBuffer chunk(long at, long size) throws IOException {
        if (size - at < HEADER) {
            return null;
        }
        ByteBuffer head = ByteBuffer.allocate(HEADER);
        file.read(head, at);
        int length = head.getInt(LENGTH_AT);
        if (head.getInt(0) != MAGIC || length < HEADER || length > size - at) {
            return null;
        }
        ByteBuffer chunk = ByteBuffer.allocate(length);
        file.read(chunk, at);
        chunk.clear();
        return chunk.getInt(CRC_AT) == sum(chunk) ? chunk : null;
    }

    private void apply(ByteBuffer chunk, LogNames names, Map<Path, SegmentFile> files) throws IOException {
        while (chunk.hasRemaining()) {
            byte[] name = new byte[Short.toUnsignedInt(chunk.getShort())];
            int length = chunk.getInt();
            long base = chunk.getLong();
            long position = chunk.getLong();
            chunk.get(name);
            Path folder = names.folder(new String(name, StandardCharsets.US_ASCII));
            Path segment = Segment.path(folder, base);
            // One that isn't there was trimmed away, or its log deleted.
            if (files.containsKey(segment) || Files.exists(segment)) {
                files.computeIfAbsent(segment, there -> new SegmentFile(settings.files(), there))
                        .write(chunk.slice(chunk.position(), length), position);
            }
            chunk.position(chunk.position() + length);
        }
    }

    private static void force(Map<Path, SegmentFile> files) throws IOException {
        try {
            if (!AtOnce.all(files.values(), Journal::forced)) {
                throw new IOException("Record logs can't be forced to disk");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static boolean forced(SegmentFile file) {
        try {
            file.force();
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
