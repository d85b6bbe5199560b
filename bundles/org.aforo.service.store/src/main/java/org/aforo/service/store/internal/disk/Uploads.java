package org.aforo.service.store.internal.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.aforo.api.Bench;
import org.aforo.api.log.MetadataStore.MetaMap;
import org.aforo.service.store.internal.S3Error;

/** Uploads in parts that are under way; they survive a restart. Safe for many threads. */
public final class Uploads {

    private final Path folder;
    private final MetaMap<Upload> durable;
    private final MetaMap<Part> durableParts;
    private final Map<String, OpenUpload> open = new ConcurrentHashMap<>();

    Uploads(Bench bench, Path folder) {
        this.folder = folder;
        this.durable = bench.metadata().map("s3.uploads", Upload.class);
        this.durableParts = bench.metadata().map("s3.parts", Part.class);
        durable.all().forEach((id, upload) -> open.put(id, new OpenUpload(id, upload, folder.resolve(id))));
        durableParts.all().forEach((key, part) -> {
            OpenUpload upload = open.get(key.substring(0, key.indexOf('/')));
            if (upload == null) {
                durableParts.remove(key);
            } else {
                upload.restore(part);
            }
        });
    }

    /** Begins one; ids grow with time. */
    public OpenUpload begin(Upload upload) {
        String id = String.format(Locale.ROOT, "%012x%s", upload.begun().toEpochMilli(),
                UUID.randomUUID().toString().replace("-", ""));
        OpenUpload begun = new OpenUpload(id, upload, folder.resolve(id));
        try {
            Files.createDirectories(begun.folder());
        } catch (IOException e) {
            throw S3Error.internal();
        }
        durable.put(id, upload);
        open.put(id, begun);
        return begun;
    }

    /** The one of that id, if it is of that object. */
    public OpenUpload find(String bucket, String key, String id) {
        OpenUpload found = open.get(id);
        if (found == null || !found.upload().bucket().equals(bucket) || !found.upload().key().equals(key)) {
            throw S3Error.noSuchUpload(id);
        }
        return found;
    }

    /** Those of a bucket, in no order. */
    public Collection<OpenUpload> of(String bucket) {
        return open.values().stream().filter(upload -> upload.upload().bucket().equals(bucket)).toList();
    }

    /** Takes a part in, over one of the same number. */
    public void add(OpenUpload upload, Part part, Path staged) {
        upload.whileOpen(() -> {
            Files.move(staged, upload.file(part), StandardCopyOption.ATOMIC_MOVE);
            durableParts.put(partKey(upload, part.number()), part);
            Part before = upload.restore(part);
            if (before != null) {
                Files.deleteIfExists(upload.file(before));
            }
            return null;
        });
    }

    /** Ends an upload after {@code last} was done, which sees to it that no part changes meanwhile. */
    public <T> T end(OpenUpload upload, OpenUpload.DiskWork<T> last) {
        return upload.whileOpen(() -> {
            T result = last.run();
            upload.close();
            open.remove(upload.id());
            durable.remove(upload.id());
            for (Part part : upload.parts()) {
                durableParts.remove(partKey(upload, part.number()));
            }
            remove(upload.folder());
            return result;
        });
    }

    void abortAll(String bucket) {
        for (OpenUpload upload : of(bucket)) {
            end(upload, () -> null);
        }
    }

    private static String partKey(OpenUpload upload, int number) {
        return String.format(Locale.ROOT, "%s/%05d", upload.id(), number);
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            for (Path file : all) {
                Files.deleteIfExists(file);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        Files.deleteIfExists(folder);
    }
}
