package org.aforo.service.store.internal.disk;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.aforo.service.store.internal.S3Error;
import org.aforo.service.store.internal.disk.BucketFolder.Located;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

/**
 * Makes index and files agree where they don't: after a process was killed between two steps, and where
 * somebody put, changed or removed files by hand. A file that no description fits becomes an object of its own,
 * without headers. Names that begin with a dot aren't taken for objects unless a client put them there.
 */
final class Adoption {

    private final BucketFolder folder;
    private final ObjectIndex index;
    private final Map<Path, FileTime> folders = new ConcurrentHashMap<>();

    Adoption(BucketFolder folder, ObjectIndex index) {
        this.folder = folder;
        this.index = index;
    }

    /** The description that fits a key's file; the caller holds the key's lock. */
    ObjectMeta match(String key, Located file) throws IOException {
        ObjectMeta known = index.get(key);
        if (known != null && fits(known, file)) {
            return known;
        }
        StoredObject stored = index.stored(key);
        if (stored == null && folder.isHidden(file.file())) {
            return null;
        }
        ObjectMeta adopted = stored == null ? null : choose(stored, file);
        if (adopted == null) {
            adopted = new ObjectMeta(Etags.of(file.file(), List.of()), file.size(),
                    FileTime.from(file.stamp(), TimeUnit.NANOSECONDS).toInstant(), file.stamp(), ObjectHeaders.NONE,
                    null, List.of(), Map.of());
        }
        index.save(key, adopted);
        return adopted;
    }

    /** Looks at every file and every description that don't agree. */
    void reconcile(Consumer<String> look) {
        Set<String> seen = new HashSet<>();
        walk(folder.root(), seen::add, look);
        for (String key : index.objects().keySet()) {
            if (!seen.contains(key)) {
                look.accept(key);
            }
        }
    }

    /** Looks for new files in the folders that changed since they were last looked at. */
    void refresh(Consumer<String> look) {
        for (Map.Entry<Path, FileTime> known : folders.entrySet()) {
            try {
                FileTime now = Files.getLastModifiedTime(known.getKey());
                if (!now.equals(known.getValue())) {
                    folders.put(known.getKey(), now);
                    rescan(known.getKey(), look);
                }
            } catch (NoSuchFileException e) {
                folders.remove(known.getKey());
            } catch (IOException e) {
                throw S3Error.internal();
            }
        }
    }

    /** By names alone: what is known isn't touched. */
    private void rescan(Path changed, Consumer<String> look) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(changed)) {
            for (Path entry : entries) {
                Optional<String> key = folder.key(entry);
                if (key.isPresent() && index.get(key.get()) == null || Files.isDirectory(entry, NOFOLLOW_LINKS)) {
                    if (!folders.containsKey(entry)) {
                        walk(entry, found -> {}, look);
                    }
                }
            }
        }
    }

    private void walk(Path from, Consumer<String> seen, Consumer<String> look) {
        try {
            Files.walkFileTree(from, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
                    folders.put(path, attributes.lastModifiedTime());
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile()) {
                        folder.key(path).ifPresent(key -> {
                            seen.accept(key);
                            ObjectMeta known = index.get(key);
                            if (known == null || !fits(known, BucketFolder.located(path, attributes))) {
                                look.accept(key);
                            }
                        });
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path path, IOException e) throws IOException {
                    if (e instanceof NoSuchFileException) {
                        return FileVisitResult.CONTINUE; // Gone meanwhile.
                    }
                    throw e;
                }
            });
        } catch (IOException e) {
            throw S3Error.internal();
        }
    }

    private static boolean fits(ObjectMeta object, Located file) {
        return object.size() == file.size() && object.stamp() == file.stamp();
    }

    private static ObjectMeta choose(StoredObject stored, Located file) throws IOException {
        for (ObjectMeta candidate : Arrays.asList(stored.now(), stored.before())) {
            if (candidate != null && candidate.size() == file.size()
                    && candidate.etag().equals(Etags.of(file.file(), candidate.parts()))) {
                return candidate.withStamp(file.stamp());
            }
        }
        return null;
    }
}
