package org.aforo.scenario;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import org.aforo.api.Bench;
import org.aforo.api.Events.Event;
import org.aforo.api.endpoint.ApiCaller;
import org.aforo.scenario.Outcome.Check;
import org.aforo.scenario.Outcome.Produced;
import org.aforo.scenario.Outcome.Stepped;
import org.aforo.scenario.Scenario.OperationCall;
import org.aforo.scenario.internal.call.Caller;
import org.aforo.scenario.internal.call.Steps;
import org.aforo.scenario.internal.consume.Consumer;
import org.aforo.scenario.internal.consume.Consumers;
import org.aforo.scenario.internal.expect.Checks;
import org.aforo.scenario.internal.expect.Flowed;
import org.aforo.scenario.internal.produce.Producer;
import org.aforo.scenario.internal.produce.Producers;
import org.aforo.scenario.internal.program.Programs;
import org.aforo.scenario.internal.wire.AwsClient;

/**
 * One run of a scenario on a bench: sets up, lets it flow, drains, checks. Used once, by one thread;
 * {@link #stop} may be called by another.
 */
public final class ScenarioRun {

    private final Bench bench;
    private final Caller caller;
    private final URI endpoint;
    private final Scenario scenario;
    private final Path folder;
    private final Progress progress;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final Sampler sampler;
    private final long firstEvent;

    /**
     * @param endpoint where the bench's gateway answers
     * @param folder   where programs run and their names are looked up
     */
    public ScenarioRun(Bench bench, ApiCaller api, URI endpoint, Scenario scenario, Path folder, Progress progress) {
        this.bench = bench;
        this.endpoint = endpoint;
        this.scenario = scenario;
        this.folder = folder;
        this.progress = progress;
        this.sampler = new Sampler(bench, scenario);
        this.caller = new Caller(bench, api);
        this.firstEvent = bench.events().since(0).stream().mapToLong(Event::number).max().orElse(0);
    }

    /** What a run of a scenario checks, in order: that its producers did their work, and what it expects. */
    public static List<String> expectations(Scenario scenario) {
        return Checks.titles(scenario);
    }

    /** Ends the flow early; what was begun is drained and checked. */
    public void stop() {
        stopped.set(true);
    }

    /**
     * Runs it through.
     *
     * @throws ScenarioException when a set-up call is refused
     */
    public Outcome run() throws ScenarioException, IOException, InterruptedException {
        long realBegan = System.nanoTime();
        setUp();
        Path spool = Files.createTempDirectory("aforo-run");
        try (AwsClient client = new AwsClient(endpoint)) {
            Programs programs = new Programs(endpoint, folder, spool);
            List<Producer> producers = new Producers(bench, client, programs, stopped::get).open(scenario);
            producers.stream().filter(p -> !p.skipped().isEmpty())
                    .forEach(p -> progress.say("producer " + p.name() + " " + p.skipped()));
            List<Consumer> consumers = Consumers.open(scenario.consumers(), bench, client, programs);
            consumers.stream().filter(c -> !c.skipped().isEmpty())
                    .forEach(c -> progress.say("consumer " + c.name() + " " + c.skipped()));
            for (Consumer consumer : consumers) {
                consumer.prepare();
            }
            client.warmUp();
            Steps steps = new Steps(bench, caller, scenario.steps(), stopped::get);
            new Flow(bench, scenario, sampler, progress, stopped).run(producers, consumers, steps);
            Checks checks = new Checks(bench, client, new Flowed(producers, consumers, steps.done(), since(),
                    sampler.timeline()));
            List<Check> found = checks.all(scenario, progress);
            Duration real = Duration.ofNanos(System.nanoTime() - realBegan);
            return new Outcome(scenario, sampler.began(), real, produced(producers), consumed(consumers),
                    steps.done().stream().map(ScenarioRun::stepped).toList(), found, sampler.timeline(), since());
        } finally {
            deleteAll(spool);
        }
    }

    private void setUp() throws ScenarioException, InterruptedException {
        for (OperationCall call : scenario.setup()) {
            String problem = caller.call(call);
            if (!problem.isEmpty()) {
                throw new ScenarioException(scenario.name(), List.of(new ScenarioException.Problem(0, 0,
                        "setup: " + call + " answers " + problem)));
            }
            progress.say("set up " + call);
        }
    }

    private static Stepped stepped(Steps.Done done) {
        return new Stepped(done.step().call().toString(), done.seconds(), done.problem());
    }

    private List<Event> since() {
        return bench.events().since(firstEvent);
    }

    private List<Produced> produced(List<Producer> producers) {
        List<Produced> all = new ArrayList<>();
        for (int i = 0; i < producers.size(); i++) {
            Producer producer = producers.get(i);
            all.add(new Produced(producer.name(), scenario.producers().get(i).to().toString(),
                    producer.sent().records(), producer.sent().bytes(),
                    producer.skipped().isEmpty() ? producer.failure() : producer.skipped()));
        }
        return all;
    }

    private List<Produced> consumed(List<Consumer> consumers) {
        List<Produced> all = new ArrayList<>();
        for (int i = 0; i < consumers.size(); i++) {
            Consumer consumer = consumers.get(i);
            all.add(new Produced(consumer.name(), scenario.consumers().get(i).from().toString(),
                    consumer.received().records(), consumer.received().bytes(),
                    consumer.skipped().isEmpty() ? consumer.failure() : consumer.skipped()));
        }
        return all;
    }

    private static void deleteAll(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
