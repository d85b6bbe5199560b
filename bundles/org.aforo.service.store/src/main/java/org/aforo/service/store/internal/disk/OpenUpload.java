package org.aforo.service.store.internal.disk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.ReentrantLock;

import org.aforo.service.store.internal.S3Error;

/** An upload under way, with the parts that are there. Safe for many threads. */
public final class OpenUpload {

    private final String id;
    private final Upload upload;
    private final Path folder;
    private final ConcurrentSkipListMap<Integer, Part> parts = new ConcurrentSkipListMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private boolean closed;

    OpenUpload(String id, Upload upload, Path folder) {
        this.id = id;
        this.upload = upload;
        this.folder = folder;
    }

    /** Work on files that may fail. */
    @FunctionalInterface
    public interface DiskWork<T> {
        T run() throws IOException;
    }

    public String id() {
        return id;
    }

    public Upload upload() {
        return upload;
    }

    /** By number. */
    public Collection<Part> parts() {
        return parts.values();
    }

    /** The part of a number, or null. */
    public Part part(int number) {
        return parts.get(number);
    }

    /** Where a part's bytes are. */
    public Path file(Part part) {
        return folder.resolve(part.file());
    }

    Path folder() {
        return folder;
    }

    Part restore(Part part) {
        return parts.put(part.number(), part);
    }

    void close() {
        closed = true;
    }

    <T> T whileOpen(DiskWork<T> work) {
        lock.lock();
        try {
            if (closed) {
                throw S3Error.noSuchUpload(id);
            }
            return work.run();
        } catch (IOException e) {
            throw S3Error.internal();
        } finally {
            lock.unlock();
        }
    }
}
