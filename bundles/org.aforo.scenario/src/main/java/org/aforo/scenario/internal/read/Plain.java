package org.aforo.scenario.internal.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
            return Long.valueOf(text);
        }
        return tag.equals(Tag.FLOAT) ? (Object) Double.valueOf(text) : texts.apply(text);
    }
}
