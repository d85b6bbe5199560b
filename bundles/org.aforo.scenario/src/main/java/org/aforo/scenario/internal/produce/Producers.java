package org.aforo.scenario.internal.produce;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

import org.aforo.api.Bench;
import org.aforo.scenario.Scenario;
import org.aforo.scenario.Scenario.Origin;
import org.aforo.scenario.Scenario.ProducerSpec;
import org.aforo.scenario.internal.wire.AwsClient;

/** Makes producers of their descriptions. */
public final class Producers {

    private final Bench bench;
    private final AwsClient client;
    private final URI endpoint;
    private final Path folder;
    private final Path spool;
    private final BooleanSupplier stopped;

    /**
     * @param folder where programs run
     * @param spool  where they write what was accepted
     */
    public Producers(Bench bench, AwsClient client, URI endpoint, Path folder, Path spool, BooleanSupplier stopped) {
        this.bench = bench;
        this.client = client;
        this.endpoint = endpoint;
        this.folder = folder;
        this.spool = spool;
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
            case Origin.Program program -> {
                Path sent = spool.resolve(spec.name() + ".sent");
                List<String> command = program.command().stream().map(word -> word
                        .replace("${endpoint}", endpoint.toString()).replace("${sent}", sent.toString())).toList();
                yield new ProgramProducer(spec.name(), command, program.needs(), folder, sent, stopped);
            }
        };
    }
}
