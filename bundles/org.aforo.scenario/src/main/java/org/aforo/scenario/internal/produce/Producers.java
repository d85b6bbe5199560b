package org.aforo.scenario.internal.produce;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

import org.aforo.api.Bench;
import org.aforo.scenario.Scenario;
import org.aforo.scenario.Scenario.Origin;
import org.aforo.scenario.Scenario.ProducerSpec;
import org.aforo.scenario.internal.program.Programs;
import org.aforo.scenario.internal.wire.AwsClient;

/** Makes producers of their descriptions. */
public final class Producers {

    private final Bench bench;
    private final AwsClient client;
    private final Programs programs;
    private final BooleanSupplier stopped;

    public Producers(Bench bench, AwsClient client, Programs programs, BooleanSupplier stopped) {
        this.bench = bench;
        this.client = client;
        this.programs = programs;
        this.stopped = stopped;
    }

    /** One producer each, in the scenario's order. */
    public List<Producer> open(Scenario scenario) throws IOException, InterruptedException {
        List<Producer> producers = new ArrayList<>();
        for (ProducerSpec spec : scenario.producers()) {
            producers.add(open(spec, scenario.seed() + producers.size()));
        }
        return producers;
    }

    private Producer open(ProducerSpec spec, long seed) throws IOException, InterruptedException {
        return switch (spec.from()) {
            case Origin.DemoTicker ticker -> new PacedProducer(spec, new Ticker(seed), client, bench, stopped);
            case Origin.DemoTemplate template -> new PacedProducer(spec,
                    new Templated(template, seed, bench.clock()), client, bench, stopped);
            case Origin.FileLines lines -> new PacedProducer(spec, new Lines(Path.of(lines.file())), client, bench,
                    stopped);
            case Origin.Program program -> new ProgramProducer(spec.name(),
                    programs.open("producer-" + spec.name(), program.command(), program.needs()), stopped);
        };
    }
}
