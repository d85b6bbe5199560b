package org.aforo.ui.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.Platform;

/** The workbench's error log. */
public final class ErrorLog {

    private static final String ENTRY = "!ENTRY ";
    private static final String SUBENTRY = "!SUBENTRY ";
    private static final String ERROR = "4";

    private ErrorLog() {
    }

    /** The errors since the workbench started: plug-in and message of each. */
    public static List<String> errors() {
        Path log = Platform.getLogFileLocation().toPath();
        if (!Files.exists(log)) {
            return List.of();
        }
        List<String> errors = new ArrayList<>();
        String plugin = null;
        for (String line : lines(log)) {
            if (line.startsWith(ENTRY)) {
                String[] words = line.substring(ENTRY.length()).split(" ");
                plugin = words.length > 1 && words[1].equals(ERROR) ? words[0] : null;
            } else if (line.startsWith(SUBENTRY)) {
                plugin = null;
            } else if (line.startsWith("!MESSAGE") && plugin != null) {
                errors.add(plugin + ": " + line.substring("!MESSAGE ".length()));
                plugin = null;
            }
        }
        return errors;
    }

    private static List<String> lines(Path log) {
        try {
            return Files.readAllLines(log);
        } catch (IOException e) {
            throw new AssertionError("the log can't be read: " + e.getMessage(), e);
        }
    }
}
