package org.aforo.scenario.internal.read;

import java.util.HashMap;
import java.util.Map;

import org.snakeyaml.engine.v2.nodes.Node;

/** What a scenario asks its user for, filled in where {@code ${input.NAME}} stands. */
public final class Inputs {

    private final Map<String, String> values;

    private Inputs(Map<String, String> values) {
        this.values = values;
    }

    /** Those that must be given, each standing for itself, so that a scenario can be looked at before they are. */
    public static Map<String, String> open(Node root) {
        Map<String, String> values = new HashMap<>();
        Section top = new Section(new Problems(), root, text -> text);
        if (top.has("inputs")) {
            Section declared = top.section("inputs");
            declared.keys().stream().filter(name -> !declared.section(name).has("default"))
                    .forEach(name -> values.put(name, reference(name)));
        }
        return values;
    }

    /** Whether a text holds what only an input can tell. */
    public static boolean unknown(String text) {
        return text.contains("${input.");
    }

    private static String reference(String name) {
        return "${input." + name + "}";
    }

    /** Reads the declared inputs and joins them with the given ones. */
    static Inputs read(Section top, Map<String, String> given, Problems problems) {
        Map<String, String> values = new HashMap<>();
        Section declared = top.section("inputs");
        Map<String, String> left = new HashMap<>(given);
        if (top.has("inputs")) {
            Section real = new Section(problems, declared.node(), text -> text);
            for (String name : real.keys()) {
                Section input = real.section(name).allow(Keys.INPUT);
                String value = left.remove(name);
                if (value == null && real.keys().size() == 1) {
                    value = left.remove("");
                }
                if (value == null && !input.has("default")) {
                    problems.add(input.node(), "input '" + name + "' is missing: " + input.text("help", "")
                            + " (give it with --input " + name + "=VALUE)");
                }
                values.put(name, value == null ? input.text("default", "") : value);
            }
        }
        left.keySet().forEach(name -> problems.add(top.node(), name.isEmpty()
                ? "--input needs a name here: --input NAME=VALUE"
                : "there is no input '" + name + "'" + Suggestion.of(name, values.keySet())));
        return new Inputs(values);
    }

    String fill(String text) {
        String filled = text;
        for (Map.Entry<String, String> input : values.entrySet()) {
            filled = filled.replace(reference(input.getKey()), input.getValue());
        }
        return filled;
    }
}
