package org.aforo.core.internal.log;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.aforo.api.log.RecordLog;
import org.aforo.api.time.BenchClock;
import org.aforo.api.time.Scheduler;
import org.aforo.core.internal.log.LogReader.Spot;

/** A log of segment files. Reads take no lock. Little is kept for a log until it is used. */
final class SegmentLog implements RecordLog {

    private static final int SPOTS = 8;
    private static final long ENDLESS = Long.MAX_VALUE / 2;

    private final LogWriter writer;
    private final BenchClock clock;
    private final Scheduler scheduler;
    private final Damage damage;
    private final Consumer<SegmentLog> whenClosed;
    private final CopyOnWriteArrayList<Runnable> listeners = new CopyOnWriteArrayList<>();

    private volatile Scheduler.Signal news;
    private volatile boolean sealed;
    // Where readers left off. Racy on purpose: a spot that is missed only costs a look into the index.
    private Spot[] spots;

    SegmentLog(LogWriter writer, BenchClock clock, Scheduler scheduler, Damage damage,
            Consumer<SegmentLog> whenClosed) {
        this.writer = writer;
        this.clock = clock;
        this.scheduler = scheduler;
        this.damage = damage;
        this.whenClosed = whenClosed;
    }

    @Override
    public long append(List<Entry> batch) {
        if (batch.isEmpty()) {
            return next();
        }
        long offset = writer.append(batch);
        raise();
        listeners.forEach(Runnable::run);
        return offset;
    }

    @Override
    public List<Stored> read(long offset, int maxRecords, long maxBytes) {
        if (maxRecords < 1) {
            return List.of();
        }
        while (true) {
            requireOpen();
            Tail tail = writer.published();
            long from = Math.max(offset, writer.first());
            try {
                return from >= tail.next() ? List.of() : read(tail, from, maxRecords, maxBytes);
            } catch (NoSuchFileException | IllegalStateException e) {
                requireTrimmed(tail, e);
            } catch (IOException e) {
                throw LogFailure.of(e);
            }
        }
    }

    @Override
    public boolean await(long offset, Duration timeout) throws InterruptedException {
        Scheduler.Signal signal = news();
        long due = clock.nanos() + Math.min(ENDLESS, TimeUnit.NANOSECONDS.convert(timeout));
        while (true) {
            long stamp = signal.stamp();
            requireOpen();
            if (next() > offset) {
                return true;
            }
            long left = due - clock.nanos();
            if (left <= 0 || sealed) {
                return false;
            }
            signal.await(stamp, Duration.ofNanos(left));
        }
    }

    @Override
    public void seal() {
        sealed = true;
        raise();
    }

    @Override
    public AutoCloseable onAppend(Runnable listener) {
        // An object of its own: closing takes away this registration, not an equal one.
        Runnable registered = listener::run;
        listeners.add(registered);
        return () -> listeners.remove(registered);
    }

    @Override
    public long first() {
        return writer.first();
    }

    @Override
    public long next() {
        return writer.published().next();
    }

    @Override
    public long at(long millis) {
        while (true) {
            requireOpen();
            Tail tail = writer.published();
            try {
                return Math.max(writer.first(), find(tail, millis));
            } catch (NoSuchFileException | IllegalStateException e) {
                requireTrimmed(tail, e);
            } catch (IOException e) {
                throw LogFailure.of(e);
            }
        }
    }

    @Override
    public long bytes() {
        return writer.published().bytes();
    }

    @Override
    public void trimTo(long offset) {
        writer.trimTo(offset);
    }

    @Override
    public void trimBefore(long millis) {
        writer.trimTo(at(millis));
    }

    @Override
    public void close() {
        close(true);
    }

    /** @param keep whether what was written is to be forced to disk */
    void close(boolean keep) {
        try {
            writer.close(keep);
        } catch (IOException e) {
            throw LogFailure.of(e);
        } finally {
            whenClosed.accept(this);
            raise();
        }
    }

    private List<Stored> read(Tail tail, long from, int maxRecords, long maxBytes) throws IOException {
        LogReader reader = new LogReader(from, maxRecords, maxBytes);
        int i = tail.segmentOf(from);
        reader.read(tail, i, place(tail.segments()[i], from), lost(tail.segments()[i]));
        while (!reader.isFull() && ++i < tail.segments().length) {
            reader.read(tail, i, null, lost(tail.segments()[i]));
        }
        keep(reader.spot());
        return reader.records();
    }

    private SparseIndex.Place place(Segment segment, long from) {
        Spot[] known = spots;
        Spot spot = known == null ? null : known[slot(from)];
        if (spot != null && spot.next() == from && spot.segment() == segment) {
            return spot.place();
        }
        return segment.index().atOrBefore(from);
    }

    private void keep(Spot spot) {
        Spot[] known = spots;
        if (known == null) {
            known = new Spot[SPOTS];
            spots = known;
        }
        known[slot(spot.next())] = spot;
    }

    private static int slot(long offset) {
        return (int) (offset * 0x9E3779B97F4A7C15L >>> 61);
    }

    private long find(Tail tail, long millis) throws IOException {
        int i = tail.segmentBefore(millis);
        SparseIndex.Place place = tail.segments()[i].index().before(millis);
        for (; i < tail.segments().length; i++, place = null) {
            Segment segment = tail.segments()[i];
            BlockScan scan = new BlockScan(segment, place, tail.end(i), tail.next(i), 2 * SparseIndex.INTERVAL,
                    lost(segment));
            for (Block block = scan.next(); block != null; block = scan.next()) {
                int record = block.records();
                for (long offset = block.offset(); offset < block.next(); offset++, record = block.after(record)) {
                    if (block.millis(record) >= millis) {
                        return offset;
                    }
                }
            }
        }
        return tail.next();
    }

    private BlockScan.Lost lost(Segment segment) {
        return (from, to) -> {
            long kept = writer.first();
            if (to > kept) {
                damage.lost(writer.name(), segment, Math.max(from, kept), to);
            }
        };
    }

    // A segment that vanished under a reader was trimmed away: it looks again. Anything else is an error.
    private void requireTrimmed(Tail seen, Exception e) {
        requireOpen();
        if (writer.published().segments()[0] == seen.segments()[0]) {
            throw e instanceof IOException io ? LogFailure.of(io) : (IllegalStateException) e;
        }
    }

    private void requireOpen() {
        if (writer.isClosed()) {
            throw new IllegalStateException("The record log is closed: " + writer.name());
        }
    }

    private Scheduler.Signal news() {
        Scheduler.Signal signal = news;
        if (signal == null) {
            synchronized (this) {
                if (news == null) {
                    news = scheduler.signal();
                }
                signal = news;
            }
        }
        return signal;
    }

    private void raise() {
        Scheduler.Signal signal = news;
        if (signal != null) {
            signal.raise();
        }
    }
}
