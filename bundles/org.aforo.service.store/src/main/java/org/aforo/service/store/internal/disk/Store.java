package org.aforo.service.store.internal.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

import org.aforo.api.Arn;
import org.aforo.api.Bench;
import org.aforo.api.log.MetadataStore.MetaMap;
import org.aforo.service.store.internal.S3Error;

/**
 * All buckets, their uploads under way, and the folder that holds them: {@code BUCKET/KEY} for objects,
 * {@code .staging} for what isn't whole yet, {@code .uploads/ID/...} for parts. Descriptions are read back in the
 * background at the start; whoever needs them waits.
 */
public final class Store {

    private final Bench bench;
    private final Path folder;
    private final KeyPaths paths;
    private final Staging staging;
    private final Uploads uploads;
    private final MetaMap<BucketMeta> metas;
    private final MetaMap<StoredObject> objects;
    private final ConcurrentSkipListMap<String, Bucket> buckets = new ConcurrentSkipListMap<>();
    private final FutureTask<Void> loading = new FutureTask<>(this::load, null);

    /** Opens what the bench's data folder holds. */
    public Store(Bench bench) {
        this.bench = bench;
        this.folder = bench.files("s3").toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder);
            this.paths = Layout.of(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        boolean force = bench.settings().fsyncInterval().equals(Duration.ZERO);
        this.staging = new Staging(folder.resolve(".staging"), force);
        this.metas = bench.metadata().map("s3.buckets", BucketMeta.class);
        this.objects = bench.metadata().map("s3.objects", StoredObject.class);
        this.uploads = new Uploads(bench, folder.resolve(".uploads"));
        metas.all().forEach((name, meta) -> buckets.put(name, open(name, meta)));
        bench.scheduler().start("s3-index", loading);
    }

    /** Creates a bucket unless there is one; that one is given then. */
    public synchronized Optional<Bucket> create(String name, BucketMeta meta) {
        Bucket there = buckets.get(name);
        if (there != null) {
            return Optional.of(there);
        }
        ready();
        metas.put(name, meta);
        Bucket bucket = open(name, meta);
        bucket.load(Map.of());
        buckets.put(name, bucket);
        return Optional.empty();
    }

    /** A bucket with its objects known. */
    public Optional<Bucket> find(String name) {
        Bucket bucket = buckets.get(name);
        if (bucket != null) {
            ready();
        }
        return Optional.ofNullable(bucket);
    }

    /** The buckets by name. */
    public Collection<Bucket> buckets() {
        return buckets.values();
    }

    /** Deletes a bucket if it is empty, with the uploads under way in it. */
    public synchronized boolean delete(Bucket bucket) {
        if (!bucket.retire()) {
            return false;
        }
        drop(bucket);
        return true;
    }

    /** Deletes everything. */
    public synchronized void clear() {
        ready();
        for (Bucket bucket : buckets.values()) {
            bucket.wipe();
            drop(bucket);
        }
    }

    public Staging staging() {
        return staging;
    }

    public Uploads uploads() {
        return uploads;
    }

    /** Where the buckets' folders are. */
    public Path folder() {
        return folder;
    }

    /** Waits for a start under way, and closes the meters. */
    public void close() {
        ready();
        buckets.values().forEach(Bucket::close);
    }

    private void drop(Bucket bucket) {
        uploads.abortAll(bucket.name());
        metas.remove(bucket.name());
        buckets.remove(bucket.name());
        bucket.close();
    }

    private Bucket open(String name, BucketMeta meta) {
        String arn = Arn.of("s3", "", "", name).toString();
        try {
            return new Bucket(name, meta, new BucketFolder(folder.resolve(paths.path(name)), paths),
                    new ObjectIndex(objects, name), bench.meters().open(arn, "in"), bench.meters().open(arn, "out"));
        } catch (IOException e) {
            throw S3Error.internal();
        }
    }

    private void load() {
        if (!buckets.isEmpty()) {
            Map<String, StoredObject> stored = objects.all();
            buckets.values().forEach(bucket -> bucket.load(stored));
        }
    }

    private void ready() {
        try {
            loading.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw S3Error.internal();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The objects can't be read", e.getCause());
        }
    }
}
