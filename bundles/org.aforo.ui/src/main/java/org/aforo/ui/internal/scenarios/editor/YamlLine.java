package org.aforo.ui.internal.scenarios.editor;

/** What a line of YAML is made of, found without reading the rest of the file, so that broken files can be shown. */
record YamlLine(int indent, int dashes, String key, int keyStart, int keyEnd, String rest) {

    /** @return the line's parts; the key is empty where there is none */
    static YamlLine of(String line) {
        int at = blanks(line, 0);
        int dashes = 0;
        while (at < line.length() && line.charAt(at) == '-'
                && (at + 1 == line.length() || line.charAt(at + 1) == ' ')) {
            dashes++;
            at = blanks(line, at + 1);
        }
        int end = keyEnd(line, at);
        if (end < 0) {
            return new YamlLine(at, dashes, "", at, at, line.substring(at));
        }
        String key = unquoted(line.substring(at, end).strip());
        return new YamlLine(at, dashes, key, at, end, line.substring(Math.min(line.length(), end + 1)));
    }

    /** Blank, or a comment. */
    boolean empty() {
        return key.isEmpty() && dashes == 0 && (rest.isBlank() || rest.startsWith("#"));
    }

    /** Whether lines of text follow that are indented deeper. */
    boolean opensText() {
        return rest.strip().matches("[>|][+-]?\\d?(\\s+#.*)?");
    }

    private static int blanks(String line, int from) {
        int at = from;
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    /** Where the colon is that ends a key which begins at {@code from}, or -1. */
    private static int keyEnd(String line, int from) {
        if (from >= line.length() || "#{[&*!|>%@".indexOf(line.charAt(from)) >= 0) {
            return -1;
        }
        char quote = line.charAt(from);
        int at = from;
        if (quote == '"' || quote == '\'') {
            at = line.indexOf(quote, from + 1) + 1;
            return at > 0 && at < line.length() && line.charAt(at) == ':' ? at : -1;
        }
        for (; at < line.length(); at++) {
            char c = line.charAt(at);
            if (c == ':' && (at + 1 == line.length() || line.charAt(at + 1) == ' ')) {
                return at;
            }
            if (c == '#' && at > from && line.charAt(at - 1) == ' ') {
                return -1;
            }
        }
        return -1;
    }

    private static String unquoted(String key) {
        return key.length() > 1 && (key.startsWith("\"") || key.startsWith("'")) ? key.substring(1, key.length() - 1)
                : key;
    }
}
