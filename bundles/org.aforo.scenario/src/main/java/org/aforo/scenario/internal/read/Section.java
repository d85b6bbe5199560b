package org.aforo.scenario.internal.read;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A mapping of the file, read key by key. What is wrong is noted and a harmless value given instead, so
 * that one reading finds every problem.
 */
final class Section {

    private final Problems problems;
    private final Node node;
    private final UnaryOperator<String> texts;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Node> keys = new LinkedHashMap<>();

    /** @param texts fills in variables */
    Section(Problems problems, Node node, UnaryOperator<String> texts) {
        this.problems = problems;
        this.node = node;
        this.texts = texts;
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key) {
                    values.put(key.getValue(), tuple.getValueNode());
                    keys.put(key.getValue(), key);
                } else {
                    problems.add(tuple.getKeyNode(), "a key must be a word");
                }
            }
        } else {
            problems.add(node, "expected keys and values here");
        }
    }

    /** Notes every key that isn't one of these. */
    Section allow(Collection<String> allowed) {
        keys.forEach((key, at) -> {
            if (!allowed.contains(key)) {
                problems.add(at, "unknown key '" + key + "'" + Suggestion.of(key, allowed));
            }
        });
        return this;
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    Node node() {
        return node;
    }

    Node at(String key) {
        return values.getOrDefault(key, node);
    }

    Collection<String> keys() {
        return values.keySet();
    }

    /** The same, with nothing noted. */
    Section silently() {
        return new Section(new Problems(), node, texts);
    }

    void problem(Node at, String text) {
        problems.add(at, text);
    }

    void problem(String key, String text) {
        problems.add(at(key), text);
    }

    Section section(String key) {
        return new Section(problems, at(key), texts);
    }

    String required(String key) {
        if (!has(key)) {
            problems.add(node, "'" + key + "' is missing");
            return "";
        }
        return text(key, "");
    }

    /** Notes that a key is missing whose value may be a list. */
    void need(String key) {
        if (!has(key)) {
            problems.add(node, "'" + key + "' is missing");
        }
    }

    String text(String key, String otherwise) {
        if (!has(key)) {
            return otherwise;
        }
        if (at(key) instanceof ScalarNode scalar) {
            return texts.apply(scalar.getValue());
        }
        problem(key, "'" + key + "' must be one value");
        return otherwise;
    }

    Long whole(String key, Long otherwise) {
        return parse(key, otherwise, "a whole number", text -> text.matches("-?\\d{1,18}")
                ? Optional.of(Long.valueOf(text)) : Optional.empty());
    }

    double number(String key, double otherwise) {
        return parse(key, otherwise, "a number", text -> text.matches("-?\\d+(\\.\\d+)?")
                ? Optional.of(Double.valueOf(text)) : Optional.empty());
    }

    boolean flag(String key) {
        return parse(key, false, "true or false", text -> text.matches("true|false")
                ? Optional.of(Boolean.valueOf(text)) : Optional.empty());
    }

    Duration span(String key, Duration otherwise) {
        return parse(key, otherwise, "a span of time such as 90s, 15m or 2h", Spans::span);
    }

    Double rate(String key, Double otherwise) {
        return parse(key, otherwise, "a rate such as 300/s", Spans::rate);
    }

    /** One of some words; the first of them where none is given. */
    String word(String key, List<String> words) {
        return parse(key, words.getFirst(), "one of " + String.join(", ", words), text -> words.contains(text)
                ? Optional.of(text) : Optional.empty());
    }

    private <T> T parse(String key, T otherwise, String what, Function<String, Optional<T>> parser) {
        if (!has(key)) {
            return otherwise;
        }
        String text = text(key, "");
        return parser.apply(text).orElseGet(() -> {
            problem(key, "'" + key + "' must be " + what + ", not '" + text + "'");
            return otherwise;
        });
    }

    /** A list of texts; one text counts as a list of it. */
    List<String> texts(String key) {
        List<String> list = new ArrayList<>();
        if (at(key) instanceof SequenceNode sequence && has(key)) {
            for (Node item : sequence.getValue()) {
                if (item instanceof ScalarNode scalar) {
                    list.add(texts.apply(scalar.getValue()));
                } else {
                    problems.add(item, "expected one value here");
                }
            }
        } else if (has(key)) {
            list.add(text(key, ""));
        }
        return list;
    }

    /** The sections of a list. */
    List<Section> sections(String key) {
        List<Section> list = new ArrayList<>();
        if (!has(key)) {
            return list;
        }
        if (at(key) instanceof SequenceNode sequence) {
            sequence.getValue().forEach(item -> list.add(new Section(problems, item, texts)));
        } else {
            problem(key, "'" + key + "' must be a list");
        }
        return list;
    }

    Map<String, Object> plain(String key) {
        Optional<Node> flaw = Plain.flaw(at(key));
        if (flaw.isPresent()) {
            problems.add(flaw.get(), "expected plain keys and values here");
            return Map.of();
        }
        if (at(key) instanceof MappingNode mapping && has(key)) {
            return Plain.map(mapping, texts);
        }
        problem(key, "expected keys and values here");
        return Map.of();
    }
}
