package org.aforo.ui.internal.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.aforo.client.Control;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Calls made before, the last one first: a bounded number, none of them large. Kept in a file. For any threads. */
final class RequestHistory {

    static final int MOST = 100;
    /** Characters of an input; larger ones aren't kept. */
    static final int LARGEST = 64 << 10;

    /**
     * A call made.
     *
     * @param time    real time
     * @param outcome as {@link Answer#title}
     */
    record Entry(Instant time, String service, String operation, JsonNode input, String outcome) {
    }

    private final Path file;
    private final Deque<Entry> entries = new ArrayDeque<>();

    RequestHistory(Path file) {
        this.file = file;
    }

    synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** Adds one; the same call made before makes room for it. */
    synchronized void add(Entry entry) {
        if (entry.input().toString().length() > LARGEST) {
            return;
        }
        entries.removeIf(old -> old.service().equals(entry.service()) && old.operation().equals(entry.operation())
                && old.input().equals(entry.input()));
        entries.addFirst(entry);
        while (entries.size() > MOST) {
            entries.removeLast();
        }
    }

    synchronized void clear() {
        entries.clear();
    }

    /** Reads what was kept; a file that isn't there or can't be understood is none. */
    void load() throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        try {
            JsonNode kept = Control.JSON.readTree(Files.readString(file));
            synchronized (this) {
                kept.forEach(node -> entries.addLast(entry(node)));
            }
        } catch (JacksonException | DateTimeParseException | UncheckedIOException e) {
            clear();
        }
    }

    private static Entry entry(JsonNode node) {
        return new Entry(Instant.parse(node.path("time").asString("")), node.path("service").asString(""),
                node.path("operation").asString(""), node.path("input"), node.path("outcome").asString(""));
    }

    /** Keeps what there is; the file is whole at all times. */
    void save() throws IOException {
        ArrayNode all = Control.JSON.createArrayNode();
        entries().forEach(entry -> all.add(Control.object().put("time", entry.time().toString())
                .put("service", entry.service()).put("operation", entry.operation()).put("outcome", entry.outcome())
                .set("input", entry.input())));
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.createDirectories(file.getParent());
        Files.writeString(fresh, all.toString());
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
