package org.aforo.core.internal.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Removes folders so that a killed process leaves no half-removed log: moved aside first, then emptied. */
final class Trash {

    private final Path folder;

    Trash(Path dir) {
        this.folder = dir.resolve("@trash");
    }

    void remove(Path victim) throws IOException {
        if (Files.exists(victim)) {
            Files.createDirectories(folder);
            Path aside = folder.resolve(UUID.randomUUID().toString());
            Files.move(victim, aside);
            empty(aside);
        }
    }

    /** Removes what a killed process left. */
    void empty() throws IOException {
        if (Files.exists(folder)) {
            empty(folder);
        }
    }

    private static void empty(Path top) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(top)) {
            files = walk.sorted(Comparator.reverseOrder()).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
