package org.aforo.ui.internal.scenarios;

import java.nio.file.Path;

/** Names of scenario files. */
final class Names {

    static final String EXTENSION = ".yaml";

    private Names() {
    }

    static boolean scenario(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(EXTENSION) || name.endsWith(".yml");
    }

    /** Without the extension. */
    static String base(Path file) {
        return file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
    }

    /** The file of this name, with the extension added where it lacks. */
    static Path in(Path folder, String name) {
        return folder.resolve(name.matches(".*\\.ya?ml$") ? name : name + EXTENSION);
    }

    /** A name that isn't taken: {@code lab-2} for {@code lab}. */
    static String free(Path folder, String base) {
        String name = base;
        for (int i = 2; in(folder, name).toFile().exists(); i++) {
            name = base + "-" + i;
        }
        return name;
    }
}
