package org.aforo.scenario.internal.read;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.aforo.scenario.Scenario.OperationCall;
import org.aforo.scenario.Scenario.Step;
import org.aforo.scenario.internal.call.Answers;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads the operations of {@code setup} and {@code steps}, and sees to it that answers are there before they are used. */
final class CallReader {

    /** When each answer is there; those of the set-up are from the start. */
    private final Map<String, Duration> answered = new HashMap<>();

    List<OperationCall> setup(List<Section> sections) {
        List<OperationCall> calls = new ArrayList<>();
        for (Section section : sections) {
            List<String> operations = section.keys().stream().filter(key -> !Keys.CALL.contains(key)).toList();
            if (section.has("as") && operations.size() != 1) {
                section.problem("as", "'as' names the answer of one operation");
            }
            operations.forEach(key -> call(section, key, Duration.ZERO).ifPresent(calls::add));
        }
        return calls;
    }

    List<Step> steps(List<Section> sections) {
        List<Step> steps = new ArrayList<>();
        List<Section> inOrder = sections.stream()
                .sorted(Comparator.comparing(section -> section.silently().span("at", Duration.ZERO))).toList();
        for (Section section : inOrder) {
            Duration at = section.span("at", Duration.ZERO);
            List<String> operations = section.keys().stream().filter(key -> !Keys.STEP.contains(key)).toList();
            if (operations.size() != 1) {
                section.problem("", "a step has a time and one operation: { at: 60s, kinesis.SplitShard: {...} }");
            } else {
                call(section, operations.getFirst(), at).ifPresent(call -> steps.add(new Step(at, call)));
            }
        }
        return steps;
    }

    private Optional<OperationCall> call(Section section, String key, Duration at) {
        String[] parts = key.split("\\.", 2);
        if (parts.length != 2) {
            section.problem(key, "'" + key + "' must name a service and an operation: kinesis.CreateStream");
            return Optional.empty();
        }
        references(section, section.at(key), 0);
        String as = section.text("as", "");
        if (!as.isEmpty()) {
            answered.put(as, at);
        }
        return Optional.of(new OperationCall(parts[0], parts[1], section.plain(key), as));
    }

    private void references(Section section, Node node, int depth) {
        if (depth > Plain.DEEPEST) {
            return;
        }
        switch (node) {
            case MappingNode mapping -> mapping.getValue()
                    .forEach(each -> references(section, each.getValueNode(), depth + 1));
            case SequenceNode sequence -> sequence.getValue()
                    .forEach(item -> references(section, item, depth + 1));
            case ScalarNode scalar -> Answers.names(scalar.getValue()).stream()
                    .filter(name -> !answered.containsKey(name))
                    .forEach(name -> section.problem(node, "no earlier operation has 'as: " + name + "'"
                            + Suggestion.of(name, answered.keySet())));
            default -> {
            }
        }
    }
}
