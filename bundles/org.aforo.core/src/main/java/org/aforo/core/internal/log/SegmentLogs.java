package org.aforo.core.internal.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;

import org.aforo.api.Events;
import org.aforo.api.log.RecordLog;
import org.aforo.api.log.RecordLogs;
import org.aforo.api.time.BenchClock;
import org.aforo.api.time.Scheduler;

/**
 * Record logs as segment files in a folder, one folder a log. Thousands of logs may be open: a log's files are
 * looked at when it is first used, and only as many are held open as the system
 * easily allows. Safe for many threads.
 *
 * <p>Damage and failure are told as events: {@code log-tail-cut}, {@code log-corrupt}, {@code log-failed},
 * {@code log-mended}. Using a log after it is closed is an {@link IllegalStateException}.
 */
public final class SegmentLogs implements RecordLogs, AutoCloseable {

    /** For logs that nobody will read after the process ends. */
    public static final Duration NEVER = Duration.ofSeconds(Long.MAX_VALUE);

    private static final int STAGING_BYTES = 1 << 20;

    private final LogNames names;
    private final Trash trash;
    private final BenchClock clock;
    private final Scheduler scheduler;
    private final Damage damage;
    private final Forcer forcer;
    private final boolean forced;
    private final LogSettings settings;
    private final Map<String, SegmentLog> open = new ConcurrentHashMap<>();
    private final ReentrantLock opening = new ReentrantLock();
    private boolean closed;

    /**
     * @param journalBytes how large each of the two journals may grow
     * @param openFiles    how many files may be open at once
     * @param more         the same, asked when that is reached
     * @param opener       how files are opened; tests let it fail
     */
    record Options(long segmentBytes, long journalBytes, int openFiles, IntSupplier more, OpenFiles.Opener opener) {

        static final Options DEFAULT = new Options(64L << 20, 256L << 20, 512, OpenFileLimit::forLogs, Options::plain);

        Options(long segmentBytes, int openFiles, OpenFiles.Opener opener) {
            this(segmentBytes, 16 * segmentBytes, openFiles, () -> openFiles, opener);
        }

        static FileChannel plain(Path path) throws IOException {
            return FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        }
    }

    /**
     * @param dir           folder to keep the logs in, made if it isn't there
     * @param fsyncInterval real time between two forces to disk of a log that is written to; zero to force each
     *                      append before it is acknowledged; {@link #NEVER} to leave it to the system
     * @throws UncheckedIOException when the folder can't be made or written
     */
    public SegmentLogs(Path dir, BenchClock clock, Scheduler scheduler, Events events, Duration fsyncInterval) {
        this(dir, clock, scheduler, events, fsyncInterval, Options.DEFAULT);
    }

    SegmentLogs(Path dir, BenchClock clock, Scheduler scheduler, Events events, Duration fsyncInterval,
            Options options) {
        this.names = new LogNames(dir);
        this.trash = new Trash(dir);
        this.clock = clock;
        this.scheduler = scheduler;
        this.damage = new Damage(events);
        int buffers = Math.clamp(2L * Runtime.getRuntime().availableProcessors(), 4, 16);
        this.settings = new LogSettings(options.segmentBytes(), options.journalBytes(),
                new OpenFiles(options.openFiles(),
                        options.more(), options.opener()),
                new Staging(buffers, STAGING_BYTES), damage);
        this.forced = !fsyncInterval.equals(NEVER);
        Journals journals = new Journals(dir, settings);
        try {
            Files.createDirectories(dir);
            trash.empty();
            journals.replay(names);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.forcer = fsyncInterval.isZero() ? null : new Forcer(fsyncInterval, journals);
    }

    @Override
    public RecordLog open(String name) {
        SegmentLog log = open.get(name);
        return log != null ? log : create(name);
    }

    @Override
    public List<String> names(String prefix) {
        try {
            return names.below(prefix);
        } catch (IOException e) {
            throw LogFailure.of(e);
        } catch (UncheckedIOException e) {
            throw LogFailure.of(e.getCause());
        }
    }

    @Override
    public void delete(String name) {
        Path folder = names.folder(name);
        opening.lock();
        try {
            open.forEach((other, log) -> {
                if (other.equals(name) || other.startsWith(name + "/")) {
                    log.close(false);
                }
            });
            trash.remove(folder);
        } catch (IOException e) {
            throw LogFailure.of(e);
        } finally {
            opening.unlock();
        }
    }

    /** Closes all logs, forced unless they never are. */
    @Override
    public void close() {
        opening.lock();
        try {
            closed = true;
            if (forcer != null) {
                forcer.close();
            }
            open.values().forEach(log -> log.close(forced));
        } finally {
            opening.unlock();
        }
    }

    /** How many half-written ends were cut since the start. */
    public long tornTails() {
        return damage.tornTails();
    }

    /** How many records were found to be lost since the start. */
    public long lostRecords() {
        return damage.lostRecords();
    }

    private RecordLog create(String name) {
        Path folder = names.folder(name);
        opening.lock();
        try {
            if (closed) {
                throw new IllegalStateException("The record logs are closed");
            }
            SegmentLog log = open.get(name);
            if (log == null) {
                Files.createDirectories(folder);
                if (Segment.bases(folder).length == 0) {
                    if (forcer != null) {
                        forcer.forget(name);
                    }
                    Segment.create(folder, TrimMark.read(folder), settings.files());
                }
                LogWriter writer = new LogWriter(name, folder, settings, forcer);
                log = new SegmentLog(writer, clock, scheduler, damage, closing -> open.remove(name, closing));
                open.put(name, log);
            }
            return log;
        } catch (IOException e) {
            throw LogFailure.of(e);
        } finally {
            opening.unlock();
        }
    }
}
