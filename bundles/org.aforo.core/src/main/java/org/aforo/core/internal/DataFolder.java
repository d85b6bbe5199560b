package org.aforo.core.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.stream.Stream;

/**
 * The bench's folder, locked for one bench. One that is to be thrown away must be empty to begin with, or
 * have been left by a bench that threw its own away: nobody's files are ever removed by mistake.
 */
public final class DataFolder implements AutoCloseable {

    private static final String LOCK = ".aforo-lock";
    private static final String THROW_AWAY = ".aforo-ephemeral";

    private final Path folder;
    private final boolean ephemeral;
    private final FileChannel lock;

    /** @throws IllegalStateException with one clear line when the folder can't be had */
    public DataFolder(Path folder, boolean ephemeral) {
        this.folder = folder.toAbsolutePath().normalize();
        this.ephemeral = ephemeral;
        try {
            Files.createDirectories(this.folder);
            if (ephemeral) {
                checkThrowAway();
            }
            this.lock = lock();
            if (ephemeral) {
                removeAll(false);
                Files.write(this.folder.resolve(THROW_AWAY), new byte[0]);
            }
        } catch (IOException failed) {
            throw new IllegalStateException("The data folder " + this.folder + " can't be written: " + reason(failed),
                    failed);
        }
    }

    public Path path() {
        return folder;
    }

    /** A folder within, made if it isn't there. */
    public Path folder(String first, String... more) {
        try {
            return Files.createDirectories(folder.resolve(Path.of(first, more)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Gives the folder free, and removes it if it is to be thrown away. */
    @Override
    public void close() {
        try (lock) {
            if (ephemeral) {
                removeAll(true);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("The data folder " + folder + " can't be removed", failed);
        }
    }

    private FileChannel lock() throws IOException {
        FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        try {
            FileLock taken = channel.tryLock();
            if (taken != null) {
                return channel;
            }
        } catch (OverlappingFileLockException heldByThisProcess) {
            // The same answer as for one held by another process.
        }
        channel.close();
        throw new IllegalStateException("The data folder " + folder + " is in use by another bench");
    }

    private void checkThrowAway() throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            if (found.findAny().isPresent() && !Files.exists(folder.resolve(THROW_AWAY))) {
                throw new IllegalStateException("The folder " + folder
                        + " isn't empty, so a bench that keeps nothing won't use it");
            }
        }
    }

    /** Links are removed, not followed. */
    private void removeAll(boolean lockAndFolderToo) throws IOException {
        Path own = folder.resolve(LOCK);
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (lockAndFolderToo || !file.equals(own)) {
                    Files.delete(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failed) throws IOException {
                if (lockAndFolderToo || !visited.equals(folder)) {
                    Files.delete(visited);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static String reason(IOException failed) {
        return failed.getClass().getSimpleName().replace("Exception", "") + " at " + failed.getMessage();
    }
}
