package org.aforo.ui.app.internal;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import org.eclipse.core.runtime.Platform;

/**
 * The workbench's language. The framework takes its own at start, before there is a workspace; so the choice stands in
 * the file {@code org.aforo.ui.app/language} of the configuration area, where the launcher reads it and says
 * {@code -nl}. Without that file it is the system's.
 */
enum Language {
    SYSTEM("", Messages.LanguageSystem), ENGLISH("en", "&English"), SPANISH("es", "E&spañol");

    private final String code;
    private final String label;

    Language(String code, String label) {
        this.code = code;
        this.label = label;
    }

    String code() {
        return code;
    }

    /** Its own name, but for the system's. */
    String label() {
        return label;
    }

    /** The one that was chosen, whether or not the workbench has been started again since. */
    static Language chosen() {
        try {
            return Files.exists(file()) ? of(Files.readString(file()).strip()) : SYSTEM;
        } catch (IOException e) {
            return SYSTEM;
        }
    }

    /** The one the workbench speaks. */
    static Language spoken() {
        return Platform.getNL().startsWith(SPANISH.code) ? SPANISH : ENGLISH;
    }

    static Language of(String code) {
        for (Language language : values()) {
            if (language.code.equals(code.toLowerCase(Locale.ROOT))) {
                return language;
            }
        }
        return SYSTEM;
    }

    /** Chooses this one, from the next start on. */
    void choose() throws IOException {
        if (this == SYSTEM) {
            Files.deleteIfExists(file());
            return;
        }
        Files.createDirectories(file().getParent());
        Files.writeString(file(), code + System.lineSeparator());
    }

    private static Path file() {
        File area = new File(Platform.getConfigurationLocation().getURL().getPath());
        return area.toPath().resolve("org.aforo.ui.app").resolve("language");
    }
}
