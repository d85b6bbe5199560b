package org.aforo.gateway.internal.control;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.aforo.api.Arn;
import org.aforo.api.Bench;
import org.aforo.api.IngestionService;
import org.aforo.api.Resource;
import org.aforo.api.ServiceDescriptor;
import org.aforo.api.Text;
import org.aforo.api.endpoint.Endpoint;
import org.aforo.api.endpoint.HttpRoute;
import org.aforo.api.flow.BufferState;
import org.aforo.api.flow.FlushReason;
import org.aforo.api.meter.Meter;

/** A service that holds what a test tells it to. */
final class FakeService implements IngestionService {

    private static final List<BufferState> HELD = List.of(new BufferState("buf", 12, 100, 3, Long.MAX_VALUE,
            Duration.ofMillis(1500), Optional.empty(),
            Optional.of(new BufferState.Flush(Instant.EPOCH, FlushReason.SIZE, 5, 7))),
            new BufferState("put-bytes", 5, 100, 0, Long.MAX_VALUE, Duration.ZERO, Optional.empty(), Optional.empty(),
                    BufferState.Kind.BYTE_RATE));

    private static final List<Resource.Link> LINKS = List.of(
            new Resource.Link(Arn.parse("arn:aws:s3:::bucket"), "delivers to"));

    final List<Pipe> pipes = new ArrayList<>();
    private final Bench bench;
    private final String id;
    boolean broken;

    FakeService(Bench bench, String id) {
        this.bench = bench;
        this.id = id;
    }

    Pipe pipe(String kind, String name) {
        Arn arn = Arn.of(id, "us-east-1", "000000000000", kind + '/' + name);
        Pipe pipe = new Pipe(arn, kind, name, bench.meters().open(arn.toString(), "in"),
                bench.meters().open(arn.toString(), "out"), HELD);
        pipes.add(pipe);
        return pipe;
    }

    /** A pipe that holds nothing back. */
    Pipe idle(int number) {
        Pipe pipe = pipe("idle", "pipe-" + number);
        pipes.set(pipes.size() - 1, new Pipe(pipe.arn(), pipe.kind(), pipe.name(), pipe.in(), pipe.out(), List.of()));
        return pipes.getLast();
    }

    @Override
    public ServiceDescriptor descriptor() {
        return new ServiceDescriptor(id, "The " + id, Text.of("Carries " + id + '.', "Lleva " + id + '.'),
                Text.of("pipe", "tubo"));
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(new HttpRoute("/_aforo/fake", r -> HttpRoute.Response.text(200, "text/plain", "unused")));
    }

    @Override
    public Collection<? extends Resource> resources() {
        if (broken) {
            throw new IllegalStateException("gone");
        }
        return List.copyOf(pipes);
    }

    @Override
    public void reset() {
        pipes.clear();
    }

    record Pipe(Arn arn, String kind, String name, Meter in, Meter out, List<BufferState> buffers) implements Resource {
        @Override
        public Optional<Arn> parent() {
            return Optional.of(arn);
        }

        @Override
        public Map<String, String> attributes() {
            return Map.of("quoted", "a \"b\" \n c");
        }

        @Override
        public List<Link> links() {
            return LINKS;
        }
    }
}
