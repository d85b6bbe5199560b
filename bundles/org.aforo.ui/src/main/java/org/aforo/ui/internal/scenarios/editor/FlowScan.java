package org.aforo.ui.internal.scenarios.editor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where one is at the end of the beginning of a value in braces or brackets: {@code { of: clicks, at}.
 *
 * @param depth   how many are open
 * @param path    keys and items within the outermost
 * @param value   whether a value is written
 * @param prefix  what of it is there
 * @param present keys of the innermost braces
 */
record FlowScan(int depth, List<String> path, boolean value, String prefix, Set<String> present) {

    private static final class Braces {
        private final boolean map;
        private final Set<String> keys = new TreeSet<>();
        private String key = "";

        Braces(boolean map) {
            this.map = map;
        }
    }

    static FlowScan of(String text) {
        Deque<Braces> open = new ArrayDeque<>();
        StringBuilder word = new StringBuilder();
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
                word.append(c);
            } else if ((c == '"' || c == '\'') && word.toString().isBlank()) {
                quote = c;
                word.append(c);
            } else if (open.isEmpty() && c != '{' && c != '[') {
                if (c != ' ') {
                    return new FlowScan(0, List.of(), true, text.strip(), Set.of()); // a plain value
                }
            } else if (c == '{' && word.toString().isBlank() || c == '[' && word.toString().isBlank()) {
                open.push(new Braces(c == '{'));
                word.setLength(0);
            } else if (c == '}' || c == ']') {
                open.pop();
                word.setLength(0);
            } else if (c == ',') {
                open.peek().key = "";
                word.setLength(0);
            } else if (c == ':' && open.peek().map && open.peek().key.isEmpty()
                    && (i + 1 == text.length() || text.charAt(i + 1) == ' ')) {
                open.peek().key = word.toString().strip();
                open.peek().keys.add(open.peek().key);
                word.setLength(0);
            } else {
                word.append(c);
            }
        }
        return open.isEmpty() ? new FlowScan(0, List.of(), true, "", Set.of())
                : at(open, word.toString().stripLeading());
    }

    private static FlowScan at(Deque<Braces> open, String prefix) {
        List<String> path = new ArrayList<>();
        open.descendingIterator().forEachRemaining(braces -> {
            if (!braces.map) {
                path.add(YamlPlace.ITEM);
            } else if (!braces.key.isEmpty()) {
                path.add(braces.key);
            }
        });
        Braces inner = open.peek();
        boolean value = !inner.map || !inner.key.isEmpty();
        return new FlowScan(open.size(), path, value, prefix, inner.keys);
    }
}
