package org.aforo.ui.internal.scenarios;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;

/** How each file's last run ended, kept in the workspace. */
final class Results {

    private static final String SEPARATOR = "\n";

    private final IEclipsePreferences node = InstanceScope.INSTANCE.getNode("org.aforo.ui.scenarios.results");

    /** @param report the report's page, where there is one */
    public record Entry(Run.State state, Instant began, Optional<Path> report) {
    }

    Optional<Entry> of(Path file) {
        String[] parts = node.get(key(file), "").split(SEPARATOR, 3);
        if (parts.length < 3) {
            return Optional.empty();
        }
        Optional<Path> report = parts[2].isEmpty() ? Optional.empty() : Optional.of(Path.of(parts[2]));
        return Optional.of(new Entry(Run.State.valueOf(parts[0]), Instant.parse(parts[1]), report));
    }

    void put(Run run) {
        node.put(key(run.file()), run.state() + SEPARATOR + run.began() + SEPARATOR
                + run.report().map(Path::toString).orElse(""));
        flush();
    }

    void renamed(Path from, Path to) {
        String known = node.get(key(from), null);
        node.remove(key(from));
        if (known != null && to != null) {
            node.put(key(to), known);
        }
        flush();
    }

    private static String key(Path file) {
        return file.toString();
    }

    private void flush() {
        try {
            node.flush();
        } catch (BackingStoreException e) {
            // Only the memory of the last result is lost; the run itself was told.
            node.put("unsaved", e.getMessage());
        }
    }
}
