package org.aforo.protocol.internal.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.aforo.protocol.internal.tree.PullReader;

/** A form's parameters as a tree: {@code A.member.1.B=x} is a path. */
final class QueryForm {

    private final Map<String, QueryForm> children = new LinkedHashMap<>();
    private String value;

    /** Builds the tree of decoded parameters. */
    static QueryForm of(Map<String, List<String>> parameters) {
        QueryForm root = new QueryForm();
        parameters.forEach((name, values) -> root.put(name, values.getFirst()));
        return root;
    }

    private void put(String name, String text) {
        QueryForm node = this;
        int depth = 0;
        int at = 0;
        for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', at)) {
            node = node.child(name.substring(at, dot));
            at = dot + 1;
            if (++depth > PullReader.MAX_DEPTH) {
                throw PullReader.malformed();
            }
        }
        node.child(name.substring(at)).value = text;
    }

    private QueryForm child(String name) {
        return children.computeIfAbsent(name, n -> new QueryForm());
    }

    /** What is below a name, or null. */
    QueryForm get(String name) {
        return children.get(name);
    }

    /** What is below 1, 2, 3, ... until one is missing. */
    List<QueryForm> items() {
        List<QueryForm> items = new ArrayList<>();
        for (QueryForm item = get("1"); item != null; item = get(Integer.toString(items.size() + 1))) {
            items.add(item);
        }
        return items;
    }

    /** Whether there is something here, and nothing that is numbered. */
    boolean isSingle() {
        return children.isEmpty() ? !value().isEmpty()
                : children.keySet().stream().allMatch(name -> name.isEmpty() || name.charAt(0) > '9');
    }

    /** The text here; empty where a list is told to be empty. */
    String value() {
        return value == null ? "" : value;
    }
}
