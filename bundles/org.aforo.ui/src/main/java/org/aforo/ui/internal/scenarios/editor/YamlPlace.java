package org.aforo.ui.internal.scenarios.editor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where in a scenario a position is, told by indentation and braces alone, so that it works while the file is broken.
 *
 * @param path    keys from the top; {@value #ITEM} for an item of a list; with the key itself when a value is written
 * @param value   whether a value is written, not a key
 * @param prefix  what of it stands before the position
 * @param present keys that are already beside it
 * @param indent  columns that the keys beside it are indented by
 * @param flow    whether it is within braces or brackets
 */
record YamlPlace(List<String> path, boolean value, String prefix, Set<String> present, int indent, boolean flow) {

    static final String ITEM = "[]";
    private static final Set<String> PLAIN_LISTS = Set.of("from", "reasons", "needs", "command");

    private record Level(int indent, List<String> keys) {
    }

    static YamlPlace of(String text, int offset) {
        int lineStart = text.lastIndexOf('\n', offset - 1) + 1;
        List<String> before = lineStart == 0 ? List.of() : List.of(text.substring(0, lineStart - 1).split("\n", -1));
        String line = text.substring(lineStart, offset);
        Deque<Level> levels = levels(before);
        YamlLine current = YamlLine.of(line);
        int indent = current.keyStart();
        pop(levels, current.dashes() > 0 ? line.indexOf('-') : indent, current.dashes() > 0);
        List<String> path = path(levels);
        for (int i = 0; i < current.dashes(); i++) {
            path.add(ITEM);
        }
        if (current.key().isEmpty() && !startsFlow(current.rest())) {
            return plain(path, current, text, offset, indent);
        }
        return value(path, current, indent);
    }

    private static boolean startsFlow(String rest) {
        return rest.startsWith("{") || rest.startsWith("[");
    }

    /** A key that is begun, or an item of a list of plain values. */
    private static YamlPlace plain(List<String> path, YamlLine current, String text, int offset, int indent) {
        boolean item = current.dashes() > 0 && path.size() > current.dashes()
                && PLAIN_LISTS.contains(path.get(path.size() - 1 - current.dashes()));
        return new YamlPlace(path, item, current.rest(), siblings(text, offset, indent), indent, false);
    }

    /** What follows a key on its line, or braces that stand alone. */
    private static YamlPlace value(List<String> path, YamlLine current, int indent) {
        if (!current.key().isEmpty()) {
            path.add(current.key());
        }
        FlowScan scan = FlowScan.of(current.rest());
        if (scan.depth() == 0) {
            return new YamlPlace(path, true, current.rest().stripLeading(), Set.of(), indent, false);
        }
        path.addAll(scan.path());
        return new YamlPlace(path, scan.value(), scan.prefix(), scan.present(), indent, true);
    }

    /** What is open at the end of these lines. */
    private static Deque<Level> levels(List<String> lines) {
        Deque<Level> levels = new ArrayDeque<>();
        int text = -1;
        for (String raw : lines) {
            YamlLine line = YamlLine.of(raw);
            if (raw.isBlank() || line.empty()) {
                continue;
            }
            int begins = raw.length() - raw.stripLeading().length();
            if (text >= 0 && begins > text) {
                continue;
            }
            text = -1;
            pop(levels, begins, line.dashes() > 0);
            List<String> keys = new ArrayList<>(Collections.nCopies(line.dashes(), ITEM));
            if (line.dashes() > 0) {
                levels.push(new Level(begins, List.copyOf(keys)));
            }
            if (!line.key().isEmpty()) {
                levels.push(new Level(line.keyStart(), List.of(line.key())));
            }
            text = line.opensText() ? begins : -1;
        }
        return levels;
    }

    /** Closes what a line that begins at this column ends; a list may stand in the column of its key. */
    private static void pop(Deque<Level> levels, int column, boolean item) {
        while (!levels.isEmpty() && (levels.peek().indent() > column || levels.peek().indent() == column
                && (!item || levels.peek().keys().contains(ITEM)))) {
            levels.pop();
        }
    }

    private static List<String> path(Deque<Level> levels) {
        List<String> path = new ArrayList<>();
        levels.descendingIterator().forEachRemaining(level -> path.addAll(level.keys()));
        return path;
    }

    /** Keys at this column around the position, as far as nothing less indented lies between. */
    private static Set<String> siblings(String text, int offset, int column) {
        Set<String> keys = new TreeSet<>();
        String[] before = text.substring(0, text.lastIndexOf('\n', offset - 1) + 1).split("\n", -1);
        for (int i = before.length - 1; i >= 0 && take(before[i], column, keys, true); i--) {
            continue;
        }
        int next = text.indexOf('\n', offset);
        String[] after = next < 0 ? new String[0] : text.substring(next + 1).split("\n", -1);
        for (int i = 0; i < after.length && take(after[i], column, keys, false); i++) {
            continue;
        }
        return keys;
    }

    private static boolean take(String raw, int column, Set<String> keys, boolean upwards) {
        YamlLine line = YamlLine.of(raw);
        if (line.empty() || line.keyStart() > column) {
            return true;
        }
        if (line.keyStart() < column || !upwards && line.dashes() > 0) {
            return false;
        }
        if (!line.key().isEmpty()) {
            keys.add(line.key());
        }
        return line.dashes() == 0;
    }
}
