package org.aforo.service.store.internal.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * How keys become file names in a data folder: found out once and then kept in a file of it, so that a
 * folder reads the same wherever it is opened.
 */
final class Layout {

    private static final String FILE = ".layout";
    private static final String PLAIN = "plain";
    private static final String CAREFUL = "careful";

    private Layout() {
    }

    static KeyPaths of(Path folder) throws IOException {
        Path kept = folder.resolve(FILE);
        if (!Files.exists(kept)) {
            Files.writeString(kept, tellsNamesApart(folder) ? PLAIN : CAREFUL);
        }
        return new KeyPaths(Files.readString(kept).equals(PLAIN));
    }

    private static boolean tellsNamesApart(Path folder) throws IOException {
        Path probe = Files.createTempDirectory(folder, ".probe");
        try {
            Path composed = Files.createFile(probe.resolve("\u00e9a"));
            boolean apart = !Files.exists(probe.resolve("e\u0301a")) && !Files.exists(probe.resolve("\u00c9A"));
            Files.delete(composed);
            return apart;
        } catch (InvalidPathException e) {
            return false; // The locale's character set can't name it.
        } finally {
            Files.delete(probe);
        }
    }
}
