package org.aforo.core.internal.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The file that keeps a log's first offset when that lies within a segment. Replaced as a whole. */
final class TrimMark {

    private TrimMark() {
    }

    static void write(Path folder, long first) throws IOException {
        Path fresh = folder.resolve("@first.new");
        Files.writeString(fresh, first + "\n");
        Files.move(fresh, folder.resolve("@first"), StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /** The offset, or 0: a mark that a loss of power spoilt only brings trimmed records back. */
    static long read(Path folder) throws IOException {
        try {
            String text = Files.readString(folder.resolve("@first")).strip();
            return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
        } catch (NoSuchFileException e) {
            return 0;
        }
    }
}
