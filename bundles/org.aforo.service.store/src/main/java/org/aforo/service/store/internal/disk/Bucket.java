package org.aforo.service.store.internal.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import org.aforo.api.Arn;
import org.aforo.api.Resource;
import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Payload;
import org.aforo.api.meter.Meter;
import org.aforo.service.store.internal.S3Error;
import org.aforo.service.store.internal.disk.BucketFolder.Located;

/**
 * A bucket: an ordered index in memory over files on disk. An object is replaced whole: readers get the old
 * one or the new one. Its description is written down first, the file moves into place second; a process killed
 * between the two leaves one of them, and the start sorts out which. Safe for many threads.
 */
public final class Bucket implements Resource {

    private static final int OPENINGS = 8;
    private static final int STRIPES = 128;

    private final String name;
    private final BucketMeta meta;
    private final BucketFolder folder;
    private final ObjectIndex index;
    private final Adoption adoption;
    private final Meter in;
    private final Meter out;
    private final ReentrantLock[] locks = new ReentrantLock[STRIPES];

    Bucket(String name, BucketMeta meta, BucketFolder folder, ObjectIndex index, Meter in, Meter out) {
        this.name = name;
        this.meta = meta;
        this.folder = folder;
        this.index = index;
        this.adoption = new Adoption(folder, index);
        this.in = in;
        this.out = out;
        for (int i = 0; i < STRIPES; i++) {
            locks[i] = new ReentrantLock();
        }
    }

    /** An object and its bytes, or some of them; the bytes must be closed. */
    public record Reading(ObjectMeta meta, Payload body) {
    }

    /** An object and its first bytes. */
    public record Glance(ObjectMeta meta, ByteBuffer head) {
    }

    /** Looks at an object; isn't counted as going out. */
    public Optional<Glance> glance(String key, int most) {
        return locked(key, () -> {
            ObjectMeta found = current(key);
            if (found == null) {
                return Optional.empty();
            }
            ByteBuffer head = ByteBuffer.allocate((int) Math.min(most, found.size()));
            try (FileChannel channel = channel(key)) {
                while (head.hasRemaining() && channel.read(head) >= 0) {
                    continue;
                }
            }
            return Optional.of(new Glance(found, head.flip().asReadOnlyBuffer()));
        });
    }

    /** Deletes all objects, and leaves the bucket; gives their number. */
    public long empty() {
        long removed = 0;
        for (String key : objects().keySet()) {
            delete(key, before -> {});
            removed++;
        }
        return removed;
    }

    /** Which bytes of an object are wanted. */
    @FunctionalInterface
    public interface Cut {
        /** Offset and length; throws when the object isn't wanted at all. */
        Payload.Region of(ObjectMeta meta);

        /** All of them. */
        Cut ALL = meta -> new Payload.Region(null, 0, meta.size());
    }

    /** The object of a key, if there is one. */
    public Optional<ObjectMeta> head(String key) {
        return locked(key, () -> Optional.ofNullable(current(key)));
    }

    /** Opens an object for reading: description and bytes belong together. */
    public Optional<Reading> read(String key, Cut cut) {
        return locked(key, () -> {
            ObjectMeta found = current(key);
            return found == null ? Optional.empty() : Optional.of(open(key, found, cut));
        });
    }

    /**
     * Makes an object of a file, or replaces one.
     *
     * @param staged    in the staging folder; gone afterwards in any case
     * @param condition is given what is there, or null; throws to refuse
     */
    public void put(String key, Path staged, ObjectMeta object, Consumer<ObjectMeta> condition) {
        try {
            locked(key, () -> {
                ObjectMeta before = current(key);
                condition.accept(before);
                index.announce(key, object, before);
                try {
                    folder.place(staged, key);
                } catch (IOException | AwsError e) {
                    index.withdraw(key, before);
                    throw e;
                }
                index.set(key, object);
                in.add(1, object.size());
                return null;
            });
        } finally {
            discard(staged);
        }
    }

    /** Changes what is kept beside the bytes; empty when there is no such object. */
    public Optional<ObjectMeta> describe(String key, UnaryOperator<ObjectMeta> change) {
        return locked(key, () -> {
            ObjectMeta before = current(key);
            if (before == null) {
                return Optional.empty();
            }
            ObjectMeta after = change.apply(before);
            index.save(key, after);
            return Optional.of(after);
        });
    }

    /**
     * Deletes an object, if it is there.
     *
     * @param condition as in {@link #put}
     */
    public void delete(String key, Consumer<ObjectMeta> condition) {
        locked(key, () -> {
            condition.accept(index.get(key));
            if (folder.find(key).isPresent()) {
                folder.remove(key);
            }
            index.forget(key);
            return null;
        });
    }

    /** The objects by key, in S3's order; what was put into the folder by hand is among them. */
    public NavigableMap<String, ObjectMeta> objects() {
        adoption.refresh(this::head);
        return index.objects();
    }

    /** The file of an object, for reading at once; it may be another's a moment later. */
    public Optional<Path> file(String key) {
        return locked(key, () -> folder.find(key).map(Located::file));
    }

    /** Retires the bucket if it is empty. */
    boolean retire() {
        try {
            adoption.refresh(this::head);
            return folder.retire(index::isEmpty);
        } catch (IOException e) {
            throw S3Error.internal();
        }
    }

    /** Retires the bucket with all that is in it. */
    void wipe() {
        for (String key : index.objects().keySet()) {
            delete(key, before -> {});
        }
        retire();
    }

    /** Brings index and files together, at the start. */
    void load(Map<String, StoredObject> stored) {
        index.load(stored);
        adoption.reconcile(this::head);
    }

    void close() {
        in.close();
        out.close();
    }

    public BucketMeta meta() {
        return meta;
    }

    /** Where its objects lie as files. */
    public Path folder() {
        return folder.root();
    }

    @Override
    public Arn arn() {
        return Arn.of("s3", "", "", name);
    }

    @Override
    public String kind() {
        return "bucket";
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("objects", Long.toString(index.count()));
        attributes.put("bytes", Long.toString(index.bytes()));
        attributes.put("region", meta.region());
        attributes.put("owner", meta.owner());
        attributes.put("created", meta.created().toString());
        attributes.put("folder", folder.root().toString());
        return attributes;
    }

    @Override
    public Meter in() {
        return in;
    }

    @Override
    public Meter out() {
        return out;
    }

    private ObjectMeta current(String key) throws IOException {
        Optional<Located> file = folder.find(key);
        if (file.isEmpty()) {
            index.forget(key);
            return null;
        }
        return adoption.match(key, file.get());
    }

    private Reading open(String key, ObjectMeta found, Cut cut) throws IOException {
        Payload.Region region = cut.of(found);
        FileChannel channel = channel(key);
        out.add(1, region.length());
        return new Reading(found, new ObjectFile(channel, region.offset(), region.length()));
    }

    /** A file may move beside a new folder, which then has its name, while it is being opened: it is looked for anew. */
    private FileChannel channel(String key) throws IOException {
        for (int i = 0; i < OPENINGS; i++) {
            Path file = folder.find(key).orElseThrow().file();
            try {
                FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                if (Files.isRegularFile(file)) {
                    return channel;
                }
                channel.close();
            } catch (NoSuchFileException moved) {
                // Looked for anew.
            }
        }
        throw new NoSuchFileException(key);
    }

    private <T> T locked(String key, DiskWork<T> work) {
        ReentrantLock lock = locks[Math.floorMod(key.hashCode(), STRIPES)];
        lock.lock();
        try {
            return work.run();
        } catch (IOException e) {
            throw S3Error.internal();
        } finally {
            lock.unlock();
        }
    }

    private static void discard(Path staged) {
        try {
            Files.deleteIfExists(staged);
        } catch (IOException e) {
            throw S3Error.internal();
        }
    }

    @FunctionalInterface
    private interface DiskWork<T> {
        T run() throws IOException;
    }
}
