package org.aforo.ui.internal.scenarios.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.aforo.client.Control;
import org.aforo.scenario.ScenarioFile;

/** What may stand where in a scenario: its schema, the inputs of AWS operations, and names from the file itself. */
final class ScenarioSchema {

    private static final Pattern SINKS = Pattern
            .compile("\\b(?:(StreamName)|(DeliveryStreamName))['\"]?:\\s*['\"]?([\\w.-]+)");
    private static final Pattern BUCKETS = Pattern.compile("\\bBucket['\"]?:\\s*['\"]?([\\w.-]+)");
    private static final Pattern PRODUCERS = Pattern.compile("(?m)^\\s*-\\s*\\{?\\s*name:\\s*['\"]?([\\w.-]+)");

    /** The sections in which operations are called. */
    private static final Set<String> CALLS = Set.of("setup", "steps");

    private final Schema schema = Schema.of(Control.JSON.readTree(ScenarioFile.schema()));
    private final LiveApi api = new LiveApi();

    LiveApi api() {
        return api;
    }

    /** What is said of the place at the end of this path. */
    Optional<Schema> at(List<String> path) {
        if (path.size() >= 3 && CALLS.contains(path.getFirst()) && path.get(2).contains(".")) {
            return api.input(path.get(2)).flatMap(input -> input.at(path.subList(3, path.size())));
        }
        return schema.at(path);
    }

    /** Keys that may stand there, with what is said of each. */
    Map<String, Schema> keys(List<String> path) {
        return at(path).map(Schema::properties).orElse(Map.of());
    }

    /** Whether an operation of a service is to be named there. */
    static boolean operation(List<String> path) {
        return path.size() == 2 && CALLS.contains(path.getFirst()) && path.get(1).equals(YamlPlace.ITEM);
    }

    /** Values that may stand there. */
    List<String> values(List<String> path, String text) {
        List<String> values = new ArrayList<>(at(path).map(Schema::values).orElse(List.of()));
        String key = path.reversed().stream().filter(step -> !step.equals(YamlPlace.ITEM)).findFirst().orElse("");
        String section = path.isEmpty() ? "" : path.getFirst();
        switch (section + "." + key) {
            case "producers.to" -> values.addAll(sinks(text, true));
            case "consumers.from" -> sinks(text, true).stream().filter(name -> name.startsWith("kinesis:"))
                    .forEach(values::add);
            case "charts.of" -> values.addAll(sinks(text, false));
            case "expect.of" -> {
                values.addAll(sinks(text, false));
                values.addAll(all(PRODUCERS, 1, text));
            }
            case "expect.bucket" -> values.addAll(all(BUCKETS, 1, text));
            case "expect.from", "expect.by" -> values.addAll(all(PRODUCERS, 1, text));
            case "faults.service" -> api.operations().stream().map(name -> name.split("\\.", 2)[0]).distinct()
                    .forEach(values::add);
            case "faults.operation" -> api.operations().stream().map(name -> name.split("\\.", 2)[1]).distinct()
                    .forEach(values::add);
            case "faults.resource" -> {
                values.addAll(sinks(text, false));
                values.addAll(all(BUCKETS, 1, text));
            }
            default -> {
            }
        }
        return values.stream().distinct().toList();
    }

    private static List<String> sinks(String text, boolean service) {
        TreeSet<String> names = new TreeSet<>();
        for (Matcher matcher = SINKS.matcher(text); matcher.find();) {
            String prefix = matcher.group(1) != null ? "kinesis:" : "firehose:";
            names.add(service ? prefix + matcher.group(3) : matcher.group(3));
        }
        return List.copyOf(names);
    }

    private static List<String> all(Pattern pattern, int group, String text) {
        TreeSet<String> names = new TreeSet<>();
        for (Matcher matcher = pattern.matcher(text); matcher.find();) {
            names.add(matcher.group(group));
        }
        return List.copyOf(names);
    }

    /** What is said of a place, for people. */
    static String explain(String name, Schema schema, boolean required) {
        List<String> lines = new ArrayList<>();
        String type = schema.type();
        lines.add(name + (type.isEmpty() ? "" : ": " + type) + (required ? " (" + Messages.required + ")" : ""));
        if (!schema.description().isEmpty()) {
            lines.add(schema.description());
        }
        if (!schema.values().isEmpty()) {
            lines.add(Messages.one_of + " " + String.join(", ", schema.values()));
        }
        schema.standard().ifPresent(value -> lines.add(Messages.standard + " " + value));
        if (!schema.examples().isEmpty()) {
            lines.add(Messages.examples + " " + String.join(", ", schema.examples()));
        }
        return String.join("\n", lines);
    }
}
