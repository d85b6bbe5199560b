package org.aforo.ui.internal.records;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.aforo.client.Control;
import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.ObjectWriter;

/**
 * Text that is one JSON value, or several one after the other as deliveries to a bucket are.
 *
 * @param pretty indented
 * @param marks  what the parts of {@code pretty} are, in order
 */
record JsonText(List<JsonNode> values, String pretty, List<Mark> marks) {

    private static final ObjectWriter WRITER = Control.JSON.writer().with(new DefaultPrettyPrinter()
            .withObjectIndenter(new DefaultIndenter("  ", "\n")).withArrayIndenter(new DefaultIndenter("  ", "\n")));

    /** A kind of token. */
    enum Kind {
        NAME, STRING, NUMBER, WORD
    }

    record Mark(int start, int length, Kind kind) {
    }

    /** Empty when it isn't JSON. */
    static Optional<JsonText> of(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty() || "{[\"-0123456789tfn".indexOf(stripped.charAt(0)) < 0) {
            return Optional.empty();
        }
        List<JsonNode> values = new ArrayList<>();
        try (MappingIterator<JsonNode> all = Control.JSON.readerFor(JsonNode.class)
                .readValues(new StringReader(stripped))) {
            all.forEachRemaining(values::add);
        } catch (JacksonException e) {
            return Optional.empty();
        }
        StringBuilder pretty = new StringBuilder();
        values.forEach(value -> pretty.append(pretty.isEmpty() ? "" : "\n").append(WRITER.writeValueAsString(value)));
        return Optional.of(new JsonText(List.copyOf(values), pretty.toString(), marks(pretty)));
    }

    private static List<Mark> marks(CharSequence json) {
        List<Mark> marks = new ArrayList<>();
        int at = 0;
        while (at < json.length()) {
            char c = json.charAt(at);
            int end = at + 1;
            if (c == '"') {
                end = closing(json, at);
                marks.add(new Mark(at, end - at, named(json, end) ? Kind.NAME : Kind.STRING));
            } else if (Character.isLetterOrDigit(c) || c == '-') {
                while (end < json.length() && ",]}\n ".indexOf(json.charAt(end)) < 0) {
                    end++;
                }
                marks.add(new Mark(at, end - at, Character.isLetter(c) ? Kind.WORD : Kind.NUMBER));
            }
            at = end;
        }
        return List.copyOf(marks);
    }

    /** Right after the quote that ends the string. */
    private static int closing(CharSequence json, int start) {
        for (int i = start + 1; i < json.length(); i++) {
            if (json.charAt(i) == '\\') {
                i++;
            } else if (json.charAt(i) == '"') {
                return i + 1;
            }
        }
        return json.length();
    }

    private static boolean named(CharSequence json, int end) {
        int at = end;
        while (at < json.length() && json.charAt(at) == ' ') {
            at++;
        }
        return at < json.length() && json.charAt(at) == ':';
    }
}
