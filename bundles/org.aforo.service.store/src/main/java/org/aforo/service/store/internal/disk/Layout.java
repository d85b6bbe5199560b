package org.aforo.service.store.internal.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import org.aforo.api.log.MetadataStore;
import org.aforo.api.log.MetadataStore.MetaMap;

/**
 * How keys become file names in a data folder; found out once and then kept, so that a folder reads the
 * same wherever it is opened.
 *
 * @param plain as for {@link KeyPaths}
 */
public record Layout(boolean plain) {

    private static final String KEY = "layout";

    static KeyPaths of(MetadataStore metadata, Path folder) throws IOException {
        MetaMap<Layout> kept = metadata.map("s3.layout", Layout.class);
        Layout layout = kept.get(KEY).orElse(null);
        if (layout == null) {
            layout = new Layout(tellsNamesApart(folder));
            kept.put(KEY, layout);
        }
        return new KeyPaths(layout.plain);
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
