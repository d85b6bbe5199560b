package org.aforo.core.internal.meta;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.log.MetadataStore;

/**
 * Maps in one file. A change is committed when its call returns; those that come together share a commit.
 * The file is opened by the first change, or by the first look if it is there.
 */
public final class BenchMetadata implements MetadataStore, AutoCloseable {

    private static final String UNWRITTEN = "The bench's metadata can't be written: is the disk full?";
    private static final int CACHE_MEGABYTES = 2;
    /** Commits between two looks at how much of the file is dead. */
    private static final int COMPACT_EACH = 1_024;
    private static final int WANTED_FILL_PERCENT = 50;
    private static final int COMPACT_BYTES = 4 << 20;
    /** How long closing may take for making the file small. */
    private static final int COMPACT_MILLIS = 100;

    private final Path file;
    private final ReentrantLock[] keyLocks = Stream.generate(ReentrantLock::new).limit(64)
            .toArray(ReentrantLock[]::new);
    private final ReentrantLock committing = new ReentrantLock();
    private final AtomicLong changes = new AtomicLong();
    private volatile MVStore store;
    private long committed;
    private long commits;
    private boolean closed;

    /** @param file where it is kept */
    public BenchMetadata(Path file) {
        this.file = file;
    }

    @Override
    public <V extends Record> MetaMap<V> map(String name, Class<V> type) {
        return new JsonMap<>(this, name, type);
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (store != null) {
            store.close(COMPACT_MILLIS);
            store = null;
        }
    }

    ReentrantLock lockOf(String map, String key) {
        return keyLocks[Math.floorMod(31 * map.hashCode() + key.hashCode(), keyLocks.length)];
    }

    /** The map as it is, or nothing as long as nothing was ever kept. */
    Optional<MVMap<String, String>> read(String name) {
        if (store == null && !Files.exists(file)) {
            return Optional.empty();
        }
        return Optional.of(opened().openMap(name));
    }

    /** Makes a change that is safe when this returns. */
    void change(String name, Consumer<MVMap<String, String>> change) {
        MVStore changed = opened();
        try {
            change.accept(changed.openMap(name));
            commit(changed, changes.incrementAndGet());
        } catch (MVStoreException failed) {
            abandon(changed);
            throw AwsError.internal(UNWRITTEN);
        }
    }

    private void commit(MVStore changed, long change) {
        committing.lock();
        try {
            if (committed < change) {
                long upTo = changes.get();
                changed.commit();
                if (changed.isClosed()) {
                    // Closed by a write of somebody else's that failed: committing did nothing.
                    throw AwsError.internal(UNWRITTEN);
                }
                committed = upTo;
                if (++commits % COMPACT_EACH == 0) {
                    changed.compact(WANTED_FILL_PERCENT, COMPACT_BYTES);
                    changed.commit();
                }
            }
        } finally {
            committing.unlock();
        }
    }

    /** After a failed write the file is read anew, as it was after the last change that succeeded. */
    private synchronized void abandon(MVStore failed) {
        failed.closeImmediately();
        if (store == failed) {
            store = null;
        }
    }

    private MVStore opened() {
        MVStore open = store;
        return open != null && !open.isClosed() ? open : open();
    }

    private synchronized MVStore open() {
        if (closed) {
            throw new IllegalStateException("The bench is closed");
        }
        if (store == null || store.isClosed()) {
            try {
                // "retry": an interrupt of a reading or writing thread closes its channel; that must not close the store.
                store = new MVStore.Builder().fileName("retry:" + file).autoCommitDisabled()
                        .cacheSize(CACHE_MEGABYTES).open();
            } catch (MVStoreException failed) {
                throw new IllegalStateException(file + " can't be read: " + failed.getMessage(), failed);
            }
        }
        return store;
    }
}
