package org.aforo.ui.help.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import tools.jackson.databind.JsonNode;

/**
 * What a step of the tour found out: a small table.
 *
 * @param question what was asked, as one would write it
 */
record Answer(String question, List<String> columns, List<List<String>> rows) {

    static Answer objects(String question, JsonNode listing) {
        List<List<String>> rows = new ArrayList<>();
        listing.path("Contents").forEach(object -> rows.add(texts(object, "Key", "Size", "LastModified")));
        return new Answer(question, List.of(Messages.column_key, Messages.column_size, Messages.column_time), rows);
    }

    static Answer tags(String question, JsonNode answer) {
        List<List<String>> rows = new ArrayList<>();
        answer.path("Tags").forEach(tag -> rows.add(texts(tag, "Key", "Value")));
        return new Answer(question, List.of(Messages.column_key, Messages.column_value), rows);
    }

    /** Rows as SQL gives them: objects by column, or a head and rows. */
    static Answer rows(String question, JsonNode answer) {
        JsonNode found = answer.isArray() ? answer : answer.path("rows");
        Set<String> names = new LinkedHashSet<>();
        answer.path("columns").forEach(column -> names
                .add(column.isString() ? column.asString() : column.path("name").asString("")));
        found.forEach(row -> row.propertyNames().forEach(names::add));
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode row : found) {
            List<String> cells = new ArrayList<>();
            int at = 0;
            for (String name : names) {
                cells.add((row.isArray() ? row.path(at) : row.path(name)).asString(""));
                at++;
            }
            rows.add(cells);
        }
        return new Answer(question, List.copyOf(names), rows);
    }

    private static List<String> texts(JsonNode node, String... names) {
        List<String> texts = new ArrayList<>();
        for (String name : names) {
            texts.add(node.path(name).asString(""));
        }
        return texts;
    }
}
