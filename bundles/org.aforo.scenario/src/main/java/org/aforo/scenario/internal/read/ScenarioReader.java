package org.aforo.scenario.internal.read;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.aforo.api.endpoint.AwsError;
import org.aforo.scenario.Scenario;
import org.aforo.scenario.Scenario.ConsumerSpec;
import org.aforo.scenario.Scenario.Origin;
import org.aforo.scenario.Scenario.Phase;
import org.aforo.scenario.Scenario.ProducerSpec;
import org.aforo.scenario.internal.produce.Template;
import org.aforo.scenario.internal.wire.Batch;
import org.snakeyaml.engine.v2.nodes.Node;

/** Makes a scenario of a YAML document. */
public final class ScenarioReader {

    private static final Duration DRAIN = Duration.ofMinutes(15);
    private static final int MOST_KEYS = 100_000;
    private static final int MOST_SKEW = 10;

    private final Problems problems;
    private final Path folder;
    private final Map<String, String> given;

    /** @param folder that relative file names are looked up in */
    public ScenarioReader(Problems problems, Path folder, Map<String, String> given) {
        this.problems = problems;
        this.folder = folder;
        this.given = given;
    }

    public Scenario read(Node root) {
        Inputs inputs = Inputs.read(new Section(new Problems(), root, UnaryOperator.identity()), given, problems);
        Section top = new Section(problems, root, inputs::fill).allow(Keys.SCENARIO);
        Section run = top.section("run").allow(top.has("run") ? Keys.RUN : Keys.SCENARIO);
        double clock = top.number("clock", 1);
        if (clock <= 0) {
            top.problem("clock", "'clock' must be above 0");
        }
        List<ProducerSpec> producers = producers(top);
        List<ConsumerSpec> consumers = new ConsumerReader().read(top.sections("consumers"));
        CallReader calls = new CallReader();
        return new Scenario(top.required("name"), top.text("description", ""), clock, top.whole("seed", 1L),
                calls.setup(top.sections("setup")), producers, consumers, calls.steps(top.sections("steps")),
                new FaultReader().read(top.sections("faults")), span(run), run.span("drain", DRAIN),
                new ExpectationReader(names(producers), consumers.stream().map(ConsumerSpec::name).toList())
                        .read(top.sections("expect")),
                new ChartReader().read(top.sections("charts")));
    }

    private static Set<String> names(List<ProducerSpec> producers) {
        Set<String> names = new HashSet<>();
        producers.forEach(producer -> names.add(producer.name()));
        return names;
    }

    private Duration span(Section run) {
        if (!run.has("for")) {
            run.problem("for", "'run: { for: ... }' is missing: how long the scenario goes on");
        }
        return run.span("for", Duration.ZERO);
    }

    private List<ProducerSpec> producers(Section top) {
        List<ProducerSpec> producers = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Section section : top.sections("producers")) {
            section.allow(Keys.PRODUCER);
            String name = section.required("name");
            if (!names.add(name)) {
                section.problem("name", "there is another producer '" + name + "'");
            }
            producers.add(
                    new ProducerSpec(name, origin(section), Targets.read(section, "to", Batch.SERVICES), pace(section),
                            section.flag("ordered")));
        }
        return producers;
    }

    private Origin origin(Section section) {
        long origins = List.of("demo", "file", "command").stream().filter(section::has).count();
        if (origins != 1) {
            problems.add(section.node(), "a producer needs one of demo, file and command");
            return new Origin.DemoTicker();
        }
        if (section.has("command")) {
            return new Origin.Program(section.texts("command"), section.texts("needs"));
        }
        if (section.has("file")) {
            return new Origin.FileLines(file(section));
        }
        return switch (section.text("demo", "")) {
            case "ticker" -> new Origin.DemoTicker();
            case "template" -> template(section);
            default -> {
                section.problem("demo", "the built-in demo data is called ticker or template");
                yield new Origin.DemoTicker();
            }
        };
    }

    private static Origin template(Section section) {
        String text = section.required("template");
        try {
            new Template(text);
        } catch (AwsError wrong) {
            section.problem("template", wrong.getMessage());
        }
        long keys = section.whole("keys", 10L);
        if (keys < 1 || keys > MOST_KEYS) {
            section.problem("keys", "'keys' must be from 1 to " + MOST_KEYS);
        }
        double skew = section.number("skew", 0);
        if (skew < 0 || skew > MOST_SKEW) {
            section.problem("skew", "'skew' must be from 0 to " + MOST_SKEW);
        }
        return new Origin.DemoTemplate(text, (int) Math.clamp(keys, 1, MOST_KEYS), Math.clamp(skew, 0, MOST_SKEW));
    }

    private String file(Section section) {
        String name = section.text("file", "");
        try {
            Path file = folder.resolve(name).normalize();
            if (!Files.isReadable(file)) {
                section.problem("file", "cannot read " + file);
            }
            return file.toString();
        } catch (InvalidPathException e) {
            section.problem("file", "not a file's name: " + e.getReason());
            return "";
        }
    }

    private static List<Phase> pace(Section section) {
        List<Phase> phases = new ArrayList<>();
        for (Section phase : section.sections("phases")) {
            phase.allow(Keys.PHASE);
            phases.add(new Phase(phase.rate("rate", 1.0), phase.span("for", null)));
        }
        if (section.has("rate")) {
            if (!phases.isEmpty()) {
                section.problem("rate", "'rate' and 'phases' exclude each other");
            }
            phases.add(new Phase(section.rate("rate", 1.0), section.span("for", null)));
        }
        return phases;
    }
}
