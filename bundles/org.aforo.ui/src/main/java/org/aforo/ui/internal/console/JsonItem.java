package org.aforo.ui.internal.console;

import java.util.ArrayList;
import java.util.List;

import org.aforo.ui.internal.forms.Schema;
import org.eclipse.osgi.util.NLS;
import tools.jackson.databind.JsonNode;

/** A value of an answer, as an item of a tree. */
record JsonItem(String name, JsonNode value, Schema schema) {

    /** Entries of one value that are shown. */
    static final int MOST = 1000;

    static JsonItem root(JsonNode answer, Schema schema) {
        return new JsonItem("", answer, schema);
    }

    boolean hasChildren() {
        return value.isContainer() && !value.isEmpty();
    }

    List<JsonItem> children() {
        List<JsonItem> items = new ArrayList<>();
        if (value.isArray()) {
            for (int i = 0; i < Math.min(MOST, value.size()); i++) {
                items.add(new JsonItem("[" + i + ']', value.get(i), schema.item()));
            }
        } else {
            value.properties().stream().limit(MOST).forEach(member -> items.add(
                    new JsonItem(member.getKey(), member.getValue(), inner(member.getKey()))));
        }
        if (value.size() > MOST) {
            items.add(new JsonItem(NLS.bind(Messages.moreEntries, value.size() - MOST),
                    value.path("no such thing"), schema));
        }
        return items;
    }

    private Schema inner(String member) {
        return schema.type() == Schema.Type.MAP ? schema.value()
                : schema.member(member).map(Schema.Member::schema).orElse(new Schema(schema.root(), value.path(-1)));
    }

    /** The value in one line; of bytes that are text the text too. */
    String text() {
        if (value.isMissingNode()) {
            return "";
        }
        if (value.isArray()) {
            return "[" + value.size() + ']';
        }
        if (value.isObject()) {
            return "{" + value.size() + '}';
        }
        if (schema.type() == Schema.Type.BLOB && value.isString()) {
            return Bytes.text(value.asString()).map(text -> value.asString() + "  \u2192  " + text)
                    .orElse(value.asString());
        }
        return value.asString("null");
    }
}
