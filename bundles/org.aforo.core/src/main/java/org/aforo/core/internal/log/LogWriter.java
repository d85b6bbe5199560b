package org.aforo.core.internal.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.log.RecordLog.Entry;

/**
 * The growing end of a log. Appends are written one after the other; what readers see is published when it is
 * written or, where each append is forced to disk, when it is forced: one force then serves all appends that
 * were written before it began. Locks are taken in the order {@code forcing}, {@code writing}.
 */
final class LogWriter {

    private final String name;
    private final Path folder;
    private final LogSettings settings;
    private final Forcer forcer;
    private final ReentrantLock forcing = new ReentrantLock();
    private final ReentrantLock writing = new ReentrantLock();
    private final AtomicBoolean dirty = new AtomicBoolean();

    private volatile Tail written;
    private volatile Tail published;
    private volatile long first;
    private volatile boolean closed;
    private int rollBacks;
    private Tail broken;
    private boolean failing;
    private boolean unforced;

    /** @param forcer forces at intervals; null when each append is to be forced */
    LogWriter(String name, Path folder, LogSettings settings, Forcer forcer) {
        this.name = name;
        this.folder = folder;
        this.settings = settings;
        this.forcer = forcer;
    }

    /** What readers may see; the files are looked at when this is first asked for. */
    Tail published() {
        Tail tail = published;
        return tail != null ? tail : recovered();
    }

    long first() {
        published();
        return first;
    }

    /** The first record's offset; returns when the batch is published. */
    long append(List<Entry> batch) {
        long offset;
        Tail mine;
        int before;
        writing.lock();
        try {
            requireOpen();
            Tail tail = ready();
            offset = tail.next();
            mine = write(tail, batch);
            before = rollBacks;
        } catch (IOException e) {
            throw failed(e);
        } finally {
            writing.unlock();
        }
        if (forcer == null) {
            commit(mine, before);
        } else if (!dirty.get()) {
            queueForForce();
        }
        return offset;
    }

    /** What a journal can make safe instead of a force; null when it can't. */
    Unforced unforced() {
        dirty.set(false);
        Tail tail = published;
        return closed || tail == null ? null : tail.unforced();
    }

    /** Forces what is published; tried again when it fails. Whether it didn't. */
    boolean force() {
        dirty.set(false);
        try {
            if (!closed) {
                published().force();
                unforced = false;
            }
            return true;
        } catch (IOException e) {
            if (!unforced) {
                unforced = true;
                settings.damage().unforced(name, LogFailure.reason(e));
            }
            queueForForce();
            return false;
        } catch (IllegalStateException e) {
            // Closed or trimmed meanwhile: nothing is left to force, or the next round does it.
            if (!closed) {
                queueForForce();
            }
            return closed;
        }
    }

    private void queueForForce() {
        if (!dirty.getAndSet(true)) {
            forcer.add(this);
        }
    }

    /** Moves the first offset up and deletes segments that are wholly below it. */
    void trimTo(long offset) {
        forcing.lock();
        writing.lock();
        try {
            requireOpen();
            Tail tail = published();
            long to = Math.min(offset, tail.next());
            if (to <= first) {
                return;
            }
            TrimMark.write(folder, to);
            first = to;
            if (to == tail.next() && tail == written && tail.end() >= settings.segmentBytes() / 64) {
                roll(tail);
                published = written;
            }
            drop();
        } catch (IOException e) {
            throw LogFailure.of(e);
        } finally {
            writing.unlock();
            forcing.unlock();
        }
    }

    /** @param keep whether what was written is to be forced to disk */
    void close(boolean keep) throws IOException {
        forcing.lock();
        writing.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            Tail tail = written;
            if (tail != null) {
                try {
                    if (keep && broken == null) {
                        tail.force();
                        published = tail;
                    }
                } finally {
                    for (Segment segment : tail.segments()) {
                        segment.file().retire();
                    }
                }
            }
        } finally {
            writing.unlock();
            forcing.unlock();
        }
    }

    String name() {
        return name;
    }

    boolean isClosed() {
        return closed;
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("The record log is closed: " + name);
        }
    }

    private Tail recovered() {
        writing.lock();
        try {
            requireOpen();
            if (published == null) {
                long mark = TrimMark.read(folder);
                Tail tail = new Recovery(name, folder, settings, mark).open();
                first = Math.max(mark, tail.segments()[0].base());
                written = tail;
                published = tail;
            }
            return published;
        } catch (IOException e) {
            throw LogFailure.of(e);
        } finally {
            writing.unlock();
        }
    }

    private Tail ready() throws IOException {
        published();
        if (broken != null) {
            mend(written);
        }
        return written;
    }

    private Tail write(Tail start, List<Entry> batch) throws IOException {
        Tail tail = start.end() >= settings.segmentBytes() ? roll(start) : start;
        ByteBuffer staging = settings.staging().take();
        try {
            BatchWriter writer = new BatchWriter(tail.last(), staging, tail.end(), tail.next(), tail.millis());
            writer.write(batch);
            tail = new Tail(tail.segments(), writer.end(), tail.next() + batch.size(), writer.millis());
        } catch (IOException e) {
            restore(tail, tail);
            throw e;
        } finally {
            settings.staging().give(staging);
        }
        written = tail;
        if (forcer != null) {
            published = tail;
        }
        if (failing) {
            failing = false;
            settings.damage().mended(name);
        }
        return tail;
    }

    private Tail roll(Tail tail) throws IOException {
        Segment full = tail.last();
        Segment fresh = Segment.create(folder, tail.next(), settings.files());
        full.size(tail.end());
        IndexFile.save(full, new IndexFile.Extent(tail.next(), tail.millis()));
        written = tail.with(fresh);
        return written;
    }

    private void commit(Tail mine, int before) {
        forcing.lock();
        try {
            if (rollBacks != before) {
                throw AwsError.internal("The record log failed: it couldn't be forced to disk");
            }
            if (published.next() < mine.next()) {
                Tail all = written;
                all.force();
                published = all;
            }
        } catch (IOException e) {
            writing.lock();
            try {
                rollBack();
            } finally {
                writing.unlock();
            }
            throw failed(e);
        } finally {
            forcing.unlock();
        }
    }

    // What couldn't be forced may be on disk or not: none of it was acknowledged, so all of it goes.
    private void rollBack() {
        rollBacks++;
        Tail bad = written;
        written = published;
        restore(bad, published);
    }

    // Files that can't be mended now are before the next append: nothing may be written behind leftovers.
    private void restore(Tail bad, Tail good) {
        broken = bad;
        try {
            mend(good);
        } catch (IOException e) {
            tell(e);
        }
    }

    private void mend(Tail good) throws IOException {
        Segment[] segments = broken.segments();
        for (int i = segments.length - 1; segments[i].base() > good.last().base(); i--) {
            segments[i].delete();
        }
        good.last().cut(good.end());
        broken = null;
    }

    private AwsError failed(IOException e) {
        tell(e);
        return LogFailure.of(e);
    }

    private void tell(IOException e) {
        if (!failing) {
            failing = true;
            settings.damage().failing(name, LogFailure.reason(e));
        }
    }

    private void drop() throws IOException {
        Tail tail = published;
        int n = 0;
        while (n < tail.segments().length - 1 && tail.next(n) <= first) {
            n++;
        }
        if (n > 0) {
            boolean same = written == tail;
            published = tail.without(n);
            written = same ? published : written.without(n);
            for (int i = 0; i < n; i++) {
                tail.segments()[i].delete();
            }
        }
    }
}
