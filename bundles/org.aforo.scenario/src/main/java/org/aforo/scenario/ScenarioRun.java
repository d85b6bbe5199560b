package org.aforo.scenario;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

import org.aforo.api.Bench;
import org.aforo.api.BenchSettings;
import org.aforo.api.Events.Event;
import org.aforo.api.Resource;
import org.aforo.api.endpoint.ApiCaller;
import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.api.flow.BufferState;
import org.aforo.api.time.Scheduler.Timer;
import org.aforo.scenario.Outcome.Check;
import org.aforo.scenario.Outcome.Produced;
import org.aforo.scenario.Scenario.SetupCall;
import org.aforo.scenario.internal.expect.Checks;
import org.aforo.scenario.internal.produce.Producer;
import org.aforo.scenario.internal.produce.Producers;
import org.aforo.scenario.internal.wire.AwsClient;

/**
 * One run of a scenario on a bench: sets up, lets it flow, drains, checks. Used once, by one thread;
 * {@link #stop} may be called by another.
 */
public final class ScenarioRun {

    /** Looks at the bench this often in real time. */
    private static final Duration BEAT = Duration.ofMillis(250);
    private static final Duration READY_PATIENCE = Duration.ofMinutes(10);
    /** Buffers must be found empty this often in a row before the flow counts as drained. */
    private static final int CALM_BEATS = 4;

    private final Bench bench;
    private final ApiCaller api;
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
        this.api = api;
        this.endpoint = endpoint;
        this.scenario = scenario;
        this.folder = folder;
        this.progress = progress;
        this.sampler = new Sampler(bench);
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
            List<Producer> producers = new Producers(bench, client, endpoint, folder, spool, stopped::get)
                    .open(scenario);
            producers.stream().filter(p -> !p.skipped().isEmpty())
                    .forEach(p -> progress.say("producer " + p.name() + " " + p.skipped()));
            client.warmUp();
            flow(producers);
            List<Check> checks = new Checks(bench, client, producers, since()).all(scenario, progress);
            Duration real = Duration.ofNanos(System.nanoTime() - realBegan);
            return new Outcome(scenario, sampler.began(), real, produced(producers), checks, sampler.timeline(),
                    since());
        } finally {
            deleteAll(spool);
        }
    }

    private void setUp() throws ScenarioException, InterruptedException {
        for (SetupCall call : scenario.setup()) {
            Call caller = new Call(UUID.randomUUID().toString(), call.service(), BenchSettings.DEFAULT_ACCOUNT,
                    BenchSettings.DEFAULT_REGION, "", endpoint.toString());
            try {
                api.call(call.service(), call.operation(), call.input(), caller);
            } catch (AwsError refused) {
                throw new ScenarioException(scenario.name(), List.of(new ScenarioException.Problem(0, 0,
                        "setup: " + call.service() + "." + call.operation() + " answers " + refused.code() + ": "
                                + refused.getMessage())));
            }
            awaitReady();
            progress.say("set up " + call.service() + "." + call.operation());
        }
    }

    /** Waits until nothing is still being made. */
    private void awaitReady() throws InterruptedException {
        Instant end = bench.clock().now().plus(READY_PATIENCE);
        while (sampler.resources().stream().anyMatch(r -> r.state().equals("CREATING"))
                && bench.clock().now().isBefore(end)) {
            bench.scheduler().sleep(beat().dividedBy(5));
        }
    }

    private void flow(List<Producer> producers) throws InterruptedException {
        sampler.begin();
        List<Timer> faults = scenario.faults().stream().map(timed -> bench.scheduler().after(timed.at(),
                "scenario-fault", () -> bench.faults().inject(timed.fault()))).toList();
        List<Thread> threads = producers.stream().map(this::start).toList();
        Live live = new Live(bench, scenario, sampler, producers);
        double end = scenario.span().toNanos() / 1e9;
        while (sampler.seconds() < end && !stopped.get()) {
            beat(live, "running");
        }
        stopped.set(true);
        while (threads.stream().anyMatch(Thread::isAlive)) {
            beat(live, "ending producers");
        }
        faults.forEach(Timer::cancel);
        drain(live);
        progress.show(List.of(), 1);
    }

    private Thread start(Producer producer) {
        return bench.scheduler().start("producer-" + producer.name(), () -> {
            try {
                producer.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void drain(Live live) throws InterruptedException {
        Instant end = bench.clock().now().plus(scenario.drain());
        int calm = 0;
        while (calm < CALM_BEATS && bench.clock().now().isBefore(end)) {
            beat(live, "draining");
            calm = sampler.resources().stream().noneMatch(ScenarioRun::holds) ? calm + 1 : 0;
        }
    }

    private static boolean holds(Resource resource) {
        return Sampler.flushing(resource).map(BufferState::bytes).orElse(0L) > 0;
    }

    private void beat(Live live, String phase) throws InterruptedException {
        sampler.sample();
        progress.show(live.lines(phase), Math.clamp(sampler.seconds() / (scenario.span().toNanos() / 1e9), 0.0, 1.0));
        bench.scheduler().sleep(beat());
    }

    private Duration beat() {
        return Duration.ofNanos((long) (BEAT.toNanos() * bench.clock().scale()));
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

    private static void deleteAll(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
