package org.aforo.protocol.internal.rest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.aforo.protocol.internal.model.Location;
import org.aforo.protocol.internal.model.Member;
import org.aforo.protocol.internal.model.Operation;
import org.aforo.protocol.internal.wire.Incoming;
import org.aforo.protocol.internal.wire.Parameters;

/** An operation's method, path pattern, and the query parameters it asks for. */
final class RestRoute {

    private final Operation operation;
    private final List<String> segments;
    private final boolean greedy;
    private final Map<String, List<String>> literals;
    private final int literalSegments;

    RestRoute(Operation operation) {
        this.operation = operation;
        String uri = operation.uri();
        int mark = uri.indexOf('?');
        literals = mark < 0 ? Map.of() : Parameters.parse(uri.substring(mark + 1));
        segments = split(mark < 0 ? uri : uri.substring(0, mark));
        greedy = segments.stream().anyMatch(s -> s.endsWith("+}"));
        literalSegments = (int) segments.stream().filter(s -> !isLabel(s)).count();
    }

    Operation operation() {
        return operation;
    }

    /** How exactly the path is told: patterns with more literal segments win, greedy ones lose. */
    int precision() {
        return literalSegments * 2 + (greedy ? 0 : 1);
    }

    /** The parts between the slashes; none for the root. */
    static List<String> split(String path) {
        List<String> parts = new ArrayList<>();
        int at = path.startsWith("/") ? 1 : 0;
        if (at >= path.length()) {
            return parts;
        }
        for (int slash = path.indexOf('/', at); slash >= 0; slash = path.indexOf('/', at)) {
            parts.add(path.substring(at, slash));
            at = slash + 1;
        }
        parts.add(path.substring(at));
        return parts;
    }

    private static boolean isLabel(String segment) {
        return segment.startsWith("{");
    }

    /** The labels' values, or null when the path doesn't fit. */
    Map<String, String> match(List<String> path) {
        Map<String, String> labels = new LinkedHashMap<>();
        int rest = path.size() - segments.size();
        if (rest < 0 || rest > 0 && !greedy) {
            return null;
        }
        int at = 0;
        for (String segment : segments) {
            boolean many = segment.endsWith("+}");
            int to = many ? at + rest + 1 : at + 1;
            String value = many ? String.join("/", path.subList(at, to)) : path.get(at);
            at = to;
            if (!isLabel(segment)) {
                if (!segment.equals(Parameters.decode(value, false))) {
                    return null;
                }
            } else if (value.isEmpty()) {
                return null;
            } else {
                labels.put(segment.substring(1, segment.length() - (many ? 2 : 1)), Parameters.decode(value, false));
            }
        }
        return labels;
    }

    /**
     * How many of the parameters and headers that this operation needs are there; -1 when one is missing.
     */
    int needs(Incoming in) {
        int there = 0;
        Map<String, List<String>> query = in.query();
        for (Map.Entry<String, List<String>> literal : literals.entrySet()) {
            List<String> values = query.get(literal.getKey());
            String wanted = literal.getValue().getFirst();
            if (values == null || !wanted.isEmpty() && !values.contains(wanted)) {
                return -1;
            }
            there++;
        }
        return operation.input() == null ? there : required(in, there);
    }

    private int required(Incoming in, int literal) {
        int there = literal;
        for (Member member : operation.input().members()) {
            if (member.required() && member.location() == Location.QUERY) {
                if (!in.query().containsKey(member.wireName())) {
                    return -1;
                }
                there++;
            } else if (member.required() && member.location() == Location.HEADER) {
                if (in.header(member.wireName()) == null) {
                    return -1;
                }
                there++;
            }
        }
        return there;
    }

    /** Whether the literal parameters alone are there. */
    boolean literalsFit(Incoming in) {
        Map<String, List<String>> copy = new HashMap<>(in.query());
        return literals.entrySet().stream().allMatch(l -> copy.containsKey(l.getKey())
                && (l.getValue().getFirst().isEmpty() || copy.get(l.getKey()).contains(l.getValue().getFirst())));
    }

    int literals() {
        return literals.size();
    }
}
