package org.aforo.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import org.aforo.api.Arn;
import org.aforo.api.Bench;
import org.aforo.api.BenchSettings;
import org.aforo.api.Events.Event;
import org.aforo.api.IngestionService;
import org.aforo.api.Resource;
import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.core.LocalBench;
import org.aforo.gateway.BenchGateway;
import org.aforo.protocol.Dispatcher;
import org.aforo.protocol.WireRequest;
import org.aforo.protocol.WireResponse;

/**
 * A bench in a box: the real bench and the real protocols over a folder of its own, with the services a test plugs
 * in. For one thread, though what is in it may be used by many.
 *
 * <pre>{@code
 * try (TestBench bench = TestBench.stepped().with(StreamsService::new)) {
 *     bench.call("kinesis", "CreateStream", Map.of("StreamName", "ticks", "ShardCount", 1L));
 *     bench.advance(Duration.ofMinutes(1));
 * }
 * }</pre>
 */
public final class TestBench implements AutoCloseable {

    private static final Duration DRAIN = Duration.ofSeconds(2);

    /** Where a stepped bench's time begins. */
    public static final Instant ORIGIN = Instant.parse("2026-01-31T22:30:00Z");

    private final BenchSettings settings;
    private final Leaks leaks = Leaks.before();
    private final List<Function<? super Bench, ? extends IngestionService>> factories = new ArrayList<>();
    private final List<IngestionService> services = new ArrayList<>();
    private final Queue<Event> failedTasks = new ConcurrentLinkedQueue<>();
    private Instant time = ORIGIN;
    private LocalBench bench;
    private Dispatcher dispatcher;
    private BenchGateway gateway;

    private TestBench(BenchSettings settings) {
        this.settings = settings;
        open();
    }

    /** A bench whose clock stands at {@link #ORIGIN} and moves only by {@link #advance}. */
    public static TestBench stepped() {
        return stepped(UnaryOperator.identity());
    }

    /** As {@link #stepped()}, with other settings: {@code s -> s.withLimitsLifted(true)}. */
    public static TestBench stepped(UnaryOperator<BenchSettings> change) {
        return with(0, change);
    }

    /** A bench whose clock flows by itself, {@code scale} times as fast as the real one. */
    public static TestBench flowing(double scale) {
        return flowing(scale, UnaryOperator.identity());
    }

    /** As {@link #flowing(double)}, with other settings. */
    public static TestBench flowing(double scale, UnaryOperator<BenchSettings> change) {
        return with(scale, change);
    }

    private static TestBench with(double scale, UnaryOperator<BenchSettings> change) {
        BenchSettings usual = BenchSettings.ephemeral(temporaryFolder()).withClockScale(scale);
        // not ephemeral to the bench itself: the folder has to outlive a restart
        return new TestBench(change.apply(new BenchSettings(usual.data(), false, usual.host(), usual.port(),
                usual.tlsPort(), usual.strict(), scale, usual.limitsLifted(), usual.fsyncInterval())));
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("aforo-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void open() {
        bench = settings.clockScale() == 0 ? new LocalBench(settings, time) : new LocalBench(settings);
        bench.events().listen(this::note);
        dispatcher = new Dispatcher(bench);
        factories.forEach(this::plug);
    }

    /** Plugs a service in; {@link #restart} makes it anew. Closed with the bench if it can be closed. */
    public TestBench with(Function<? super Bench, ? extends IngestionService> factory) {
        factories.add(factory);
        plug(factory);
        return this;
    }

    private void plug(Function<? super Bench, ? extends IngestionService> factory) {
        IngestionService service = factory.apply(bench);
        services.add(service);
        bench.plug(service);
        dispatcher.plug(service);
    }

    /** Takes a service out, as hot plugging does; it isn't made anew by {@link #restart}. */
    public void without(String id) {
        int at = services.indexOf(service(id));
        factories.remove(at);
        unplug(services.remove(at));
    }

    private void unplug(IngestionService service) {
        dispatcher.unplug(service, DRAIN);
        bench.unplug(service);
        if (service instanceof AutoCloseable closeable) {
            close(closeable);
        }
    }

    private static void close(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            throw new AssertionError(closeable + " can't be closed", e);
        }
    }

    /** Everything services are given. */
    public Bench bench() {
        return bench;
    }

    /** The protocols, without HTTP. */
    public Dispatcher dispatcher() {
        return dispatcher;
    }

    /** The plugged-in service of that id. */
    public IngestionService service(String id) {
        return services.stream().filter(s -> s.descriptor().id().equals(id)).findFirst()
                .orElseThrow(() -> new AssertionError("No service " + id));
    }

    /** The resource of that ARN. */
    public Resource resource(String arn) {
        return bench.services().stream().flatMap(s -> s.resources().stream())
                .filter(r -> r.arn().toString().equals(arn)).findFirst()
                .orElseThrow(() -> new AssertionError("No resource " + arn));
    }

    /** An ARN in the account and region that {@link #call} acts in. */
    public String arn(String service, String resource) {
        return Arn.of(service, BenchSettings.DEFAULT_REGION, BenchSettings.DEFAULT_ACCOUNT, resource).toString();
    }

    /**
     * Moves the bench's time on; timers that fall due have run when this returns.
     *
     * @throws AssertionError if a task or timer of the bench ended in an exception
     */
    public TestBench advance(Duration span) {
        bench.clock().advance(span);
        assertNoTaskFailed();
        return this;
    }

    /** A task's exception is nobody's to catch: without this a test would only see that something didn't happen. */
    private void assertNoTaskFailed() {
        Event failed = failedTasks.poll();
        if (failed != null) {
            throw new AssertionError(failed.text());
        }
    }

    private void note(Event event) {
        if (event.type().equals("task-failed")) {
            failedTasks.add(event);
        }
    }

    /** Calls an operation in the default account and region. */
    public Map<String, Object> call(String service, String operation, Map<String, Object> input) throws AwsError {
        return call(service, operation, input, new Call("test", service, BenchSettings.DEFAULT_ACCOUNT,
                BenchSettings.DEFAULT_REGION, ""));
    }

    /** Calls an operation in somebody's name. */
    public Map<String, Object> call(String service, String operation, Map<String, Object> input, Call call)
            throws AwsError {
        try {
            return dispatcher.call(service, operation, input, call);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static AssertionError interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new AssertionError("interrupted", e);
    }

    /** Sends a request through the protocols, as the gateway would; see {@link TestRequest}. */
    public WireResponse wire(WireRequest request) {
        return dispatcher.handle(request);
    }

    /** The real gateway's base URI, on a free port of loopback; started when first asked for. */
    public URI http() {
        if (gateway == null) {
            gateway = new BenchGateway(bench, dispatcher::handle, dispatcher, Optional::empty, "test");
            gateway.start(problem -> {
                throw new AssertionError(problem);
            });
        }
        return gateway.endpoint();
    }

    /** Closes everything in order and opens it again over the same folder. The gateway gets another port. */
    public TestBench restart() {
        shut();
        open();
        return this;
    }

    private void shut() {
        unplugAll();
        time = bench.clock().now();
        bench.close();
    }

    private void unplugAll() {
        if (gateway != null) {
            gateway.close();
            gateway = null;
        }
        for (IngestionService service : services.reversed()) {
            unplug(service);
        }
        services.clear();
    }

    /**
     * Takes all services out and checks that nothing of theirs is left: no open meter; no thread either, once the
     * bench is closed. The bench is then open again, with no services.
     *
     * @throws AssertionError naming what is left
     */
    public void assertNoLeaks() {
        factories.clear();
        unplugAll();
        Leaks.assertNoMeters(bench);
        bench.close();
        leaks.assertNoThreads();
        open();
    }

    @Override
    public void close() {
        shut();
        Folders.delete(settings.data());
    }
}
