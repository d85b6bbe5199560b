package org.aforo.service.store.internal.disk;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BooleanSupplier;

import org.aforo.service.store.internal.S3Error;

/**
 * The files of one bucket, one an object. Folders come and go with the objects in them. A file whose
 * plain name is a folder's (the key {@code a} beside {@code a/b}) lies beside it with a mark. Callers see to it that
 * a key is changed by one at a time.
 */
final class BucketFolder {

    private final Path root;
    private final Path real;
    private final KeyPaths paths;
    private final ReentrantReadWriteLock shape = new ReentrantReadWriteLock();
    private boolean removed;

    BucketFolder(Path root, KeyPaths paths) throws IOException {
        this.root = root;
        this.paths = paths;
        Files.createDirectories(root);
        this.real = root.toRealPath();
    }

    /** A file that is there. */
    record Located(Path file, long size, long stamp) {
    }

    Path root() {
        return root;
    }

    /** The key that a file in this folder belongs to, if it can be one's. */
    Optional<String> key(Path file) {
        return paths.key(relative(file));
    }

    /** Whether the file, or a folder on the way to it, has a name that begins with a dot. */
    boolean isHidden(Path file) {
        return ('/' + relative(file)).contains("/.");
    }

    /** The key's file, unless it is reached over a link that leads out of the bucket. */
    Optional<Located> find(String key) throws IOException {
        Path plain = plain(key);
        Optional<Located> found = look(plain);
        if (found.isEmpty()) {
            found = look(marked(plain));
        }
        return found.isPresent() && holds(plain.getParent()) ? found : Optional.empty();
    }

    /** Moves a file to where the key belongs, at once and whole, over the one that was there. */
    void place(Path staged, String key) throws IOException {
        Path plain = plain(key);
        shape.readLock().lock();
        try {
            if (removed) {
                throw S3Error.noSuchBucket(root.getFileName().toString());
            }
            if (Files.isDirectory(plain.getParent(), LinkOption.NOFOLLOW_LINKS)) {
                move(staged, plain);
                return;
            }
        } finally {
            shape.readLock().unlock();
        }
        placeInNewFolder(staged, plain);
    }

    /** Removes the file and the folders that it leaves empty. */
    void remove(String key) throws IOException {
        Path plain = plain(key);
        shape.writeLock().lock();
        try {
            if (!Files.isDirectory(plain, LinkOption.NOFOLLOW_LINKS)) {
                Files.deleteIfExists(plain);
            }
            Files.deleteIfExists(marked(plain));
            prune(plain.getParent());
        } finally {
            shape.writeLock().unlock();
        }
    }

    /** Closes the folder for good if {@code empty} still says so when nobody writes. */
    boolean retire(BooleanSupplier empty) throws IOException {
        shape.writeLock().lock();
        try {
            if (!empty.getAsBoolean()) {
                return false;
            }
            removed = true;
            try {
                Files.deleteIfExists(root);
            } catch (DirectoryNotEmptyException e) {
                return true; // What isn't an object is somebody's own file; it stays.
            }
            return true;
        } finally {
            shape.writeLock().unlock();
        }
    }

    private void placeInNewFolder(Path staged, Path plain) throws IOException {
        shape.writeLock().lock();
        try {
            if (removed) {
                throw S3Error.noSuchBucket(root.getFileName().toString());
            }
            Path folder = root;
            for (Path step : root.relativize(plain.getParent())) {
                folder = folder.resolve(step);
                if (Files.isRegularFile(folder, LinkOption.NOFOLLOW_LINKS)) {
                    Files.move(folder, marked(folder), StandardCopyOption.ATOMIC_MOVE);
                }
                Files.createDirectories(folder);
            }
            move(staged, plain);
        } finally {
            shape.writeLock().unlock();
        }
    }

    private void move(Path staged, Path plain) throws IOException {
        if (!holds(plain.getParent())) {
            throw new FileSystemException(plain.toString(), null, "A link leads out of the bucket");
        }
        if (Files.isDirectory(plain, LinkOption.NOFOLLOW_LINKS)) {
            Files.move(staged, marked(plain), StandardCopyOption.ATOMIC_MOVE);
        } else {
            Files.move(staged, plain, StandardCopyOption.ATOMIC_MOVE);
            Files.deleteIfExists(marked(plain));
        }
    }

    /** Whether a folder is this one or in it, with all links followed. */
    private boolean holds(Path inner) throws IOException {
        try {
            return inner.toRealPath().startsWith(real);
        } catch (NoSuchFileException e) {
            return false; // Pruned meanwhile.
        }
    }

    private void prune(Path from) throws IOException {
        try {
            for (Path folder = from; !folder.equals(root); folder = folder.getParent()) {
                if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                    Files.delete(folder);
                }
            }
        } catch (DirectoryNotEmptyException e) {
            return; // Others still live there.
        }
    }

    private String relative(Path file) {
        return root.relativize(file).toString().replace(File.separatorChar, '/');
    }

    private Path plain(String key) {
        Path file = root.resolve(paths.path(key));
        if (!file.startsWith(root) || !file.normalize().equals(file)) {
            throw new IllegalStateException("A key's path leaves its bucket");
        }
        return file;
    }

    private static Path marked(Path plain) {
        return plain.resolveSibling(plain.getFileName() + KeyPaths.BESIDE_FOLDER);
    }

    private static Optional<Located> look(Path file) throws IOException {
        try {
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class,
                    LinkOption.NOFOLLOW_LINKS);
            return found.isRegularFile() ? Optional.of(located(file, found)) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (FileSystemException e) {
            // A file where a folder is looked for: "Not a directory".
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    static Located located(Path file, BasicFileAttributes attributes) {
        return new Located(file, attributes.size(), attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS));
    }
}
