package org.aforo.ui.internal.records;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/**
 * What records are looked for: a text in key or data, letters' case aside; or a path into JSON, as {@code $.price},
 * {@code $.items[0].name = tea}, {@code $.price > 10}, {@code $.tags[*] ~ new}, with {@code = != < <= > >=} and
 * {@code ~} for "contains".
 */
final class RecordSearch implements Predicate<PeekedRecord> {

    private static final Pattern PATH = Pattern.compile("\\$((?:\\.[^.\\[\\]\\s=!<>~]+|\\[(?:\\d+|\\*)])+)"
            + "\\s*(?:(=|!=|<=|>=|<|>|~)\\s*(.+))?");
    private static final Pattern STEP = Pattern.compile("\\.([^.\\[\\]\\s=!<>~]+)|\\[(\\d+|\\*)]");

    private final String text;
    private final Matcher path;

    private RecordSearch(String text) {
        this.text = text.toLowerCase(Locale.ROOT);
        Matcher matcher = PATH.matcher(text.strip());
        this.path = matcher.matches() ? matcher : null;
    }

    static RecordSearch of(String text) {
        return new RecordSearch(text);
    }

    /** What is to be highlighted in a text, in lower case; empty for nothing. */
    String highlight() {
        if (path == null) {
            return text;
        }
        return path.group(3) == null ? "" : unquoted(path.group(3)).toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean test(PeekedRecord sought) {
        if (path == null) {
            return contains(sought.key()) || contains(Decoded.of(sought.data(), true).text())
                    || sought.parts().stream().anyMatch(part -> contains(part.key())
                            || contains(Decoded.of(part.data(), true).text()));
        }
        return Stream.concat(Stream.of(sought.data()), sought.parts().stream().map(PeekedRecord.Part::data))
                .map(data -> JsonText.of(Decoded.of(data, true).text())).flatMap(java.util.Optional::stream)
                .flatMap(json -> json.values().stream()).anyMatch(this::matches);
    }

    private boolean contains(String where) {
        return where.toLowerCase(Locale.ROOT).contains(text);
    }

    private boolean matches(JsonNode value) {
        List<JsonNode> found = List.of(value);
        Matcher steps = STEP.matcher(path.group(1));
        while (steps.find()) {
            String name = steps.group(1);
            String index = steps.group(2);
            found = found.stream().flatMap(node -> step(node, name, index)).toList();
        }
        return found.stream().anyMatch(this::compares);
    }

    private static Stream<JsonNode> step(JsonNode node, String name, String index) {
        if (name != null) {
            return Stream.ofNullable(node.get(name));
        }
        return index.equals("*") ? node.valueStream() : Stream.ofNullable(node.get(Integer.parseInt(index)));
    }

    private boolean compares(JsonNode value) {
        String operator = path.group(2);
        if (operator == null) {
            return true;
        }
        String wanted = unquoted(path.group(3).strip());
        String there = value.isValueNode() ? value.asString("") : value.toString();
        return switch (operator) {
            case "~" -> there.toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT));
            case "=" -> order(there, wanted) == 0;
            case "!=" -> order(there, wanted) != 0;
            case "<" -> order(there, wanted) < 0;
            case "<=" -> order(there, wanted) <= 0;
            case ">" -> order(there, wanted) > 0;
            default -> order(there, wanted) >= 0;
        };
    }

    /** As numbers where both are. */
    private static int order(String left, String right) {
        try {
            return Double.compare(Double.parseDouble(left), Double.parseDouble(right));
        } catch (NumberFormatException e) {
            return left.compareTo(right);
        }
    }

    private static String unquoted(String text) {
        String bare = text.strip();
        return bare.length() > 1 && (bare.startsWith("\"") && bare.endsWith("\"")
                || bare.startsWith("'") && bare.endsWith("'")) ? bare.substring(1, bare.length() - 1) : bare;
    }
}
