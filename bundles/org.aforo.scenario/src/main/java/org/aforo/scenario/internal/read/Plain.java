package org.aforo.scenario.internal.read;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A YAML node as plain maps, lists and values. */
final class Plain {

    private Plain() {
    }

    static final int DEEPEST = 32;

    /** A node that has no plain form: a key that isn't a word, or one that goes too deep (into itself, even). */
    static Optional<Node> flaw(Node node) {
        return flaw(node, 0);
    }

    private static Optional<Node> flaw(Node node, int depth) {
        if (depth > DEEPEST) {
            return Optional.of(node);
        }
        return switch (node) {
            case MappingNode mapping -> mapping.getValue().stream()
                    .map(each -> each.getKeyNode() instanceof ScalarNode ? flaw(each.getValueNode(), depth + 1)
                            : Optional.of(each.getKeyNode()))
                    .flatMap(Optional::stream).findFirst();
            case SequenceNode sequence -> sequence.getValue().stream().map(item -> flaw(item, depth + 1))
                    .flatMap(Optional::stream).findFirst();
            case ScalarNode scalar -> Optional.empty();
            default -> Optional.of(node);
        };
    }

    /** @param texts applied to every text */
    static Object of(Node node, UnaryOperator<String> texts) {
        return switch (node) {
            case MappingNode mapping -> map(mapping, texts);
            case SequenceNode sequence -> list(sequence, texts);
            case ScalarNode scalar -> scalar(scalar, texts);
            default -> throw new IllegalStateException("unexpected node " + node.getNodeType());
        };
    }

    static Map<String, Object> map(MappingNode mapping, UnaryOperator<String> texts) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            map.put(((ScalarNode) tuple.getKeyNode()).getValue(), of(tuple.getValueNode(), texts));
        }
        return map;
    }

    private static List<Object> list(SequenceNode sequence, UnaryOperator<String> texts) {
        List<Object> list = new ArrayList<>();
        sequence.getValue().forEach(item -> list.add(of(item, texts)));
        return list;
    }

    private static Object scalar(ScalarNode scalar, UnaryOperator<String> texts) {
        String text = scalar.getValue();
        Tag tag = scalar.getTag();
        if (tag.equals(Tag.NULL)) {
            return null;
        }
        if (tag.equals(Tag.BOOL)) {
            return Boolean.valueOf(text);
        }
        if (tag.equals(Tag.INT)) {
            BigInteger whole = new BigInteger(text);
            return whole.bitLength() < Long.SIZE ? (Object) whole.longValue() : whole;
        }
        return tag.equals(Tag.FLOAT) ? (Object) Double.valueOf(text) : texts.apply(text);
    }
}
