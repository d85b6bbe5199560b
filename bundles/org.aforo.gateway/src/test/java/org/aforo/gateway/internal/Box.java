package org.aforo.gateway.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import org.aforo.api.BenchSettings;
import org.aforo.api.Plugins;
import org.aforo.api.Producers;
import org.aforo.api.endpoint.ApiCaller;
import org.aforo.api.endpoint.Call;
import org.aforo.core.LocalBench;
import org.aforo.gateway.internal.control.ControlApi;
import org.aforo.protocol.WireRequest;
import org.aforo.protocol.WireResponse;

/** A real bench behind a real gateway, answering by a function of the test's. */
public final class Box implements AutoCloseable {

    static final Limits LIMITS = new Limits(8 << 10, 4 << 20, 8 << 20, 6 << 20, Duration.ofSeconds(20),
            Duration.ofSeconds(20), 200, Duration.ofSeconds(5));

    public final LocalBench bench;
    public final HttpGateway gateway;
    public final AtomicReference<Plugins> plugins = new AtomicReference<>();
    public final AtomicReference<Producers> producers = new AtomicReference<>();
    public final HttpClient client = HttpClient.newHttpClient();
    final List<String> problems = new ArrayList<>();

    Box(BenchSettings settings, Limits limits, Function<WireRequest, WireResponse> aws, ApiCaller caller) {
        bench = new LocalBench(settings);
        gateway = HttpGateway.of(bench, aws,
                new ControlApi(bench, caller, () -> Optional.ofNullable(plugins.get()),
                        () -> Optional.ofNullable(producers.get()), "1.2.3"),
                limits);
        gateway.start(problems::add);
    }

    public static Box of(Path data, Function<WireRequest, WireResponse> aws) {
        return of(data, LIMITS, aws);
    }

    static Box of(Path data, Limits limits, Function<WireRequest, WireResponse> aws) {
        return new Box(BenchSettings.ephemeral(data).withClockScale(0), limits, aws, new NoCaller());
    }

    public static Box of(Path data, ApiCaller caller) {
        return new Box(BenchSettings.ephemeral(data).withClockScale(0), LIMITS, Box::echo, caller);
    }

    static Box tls(Path data, UnaryOperator<BenchSettings> change) {
        BenchSettings settings = new BenchSettings(data, false, "127.0.0.1", 0, 0, false, 0, false, Duration.ZERO);
        return new Box(change.apply(settings), LIMITS, Box::echo, new NoCaller());
    }

    /** Answers with the body it was sent. */
    public static WireResponse echo(WireRequest request) {
        return WireResponse.of(200, Map.of("content-type", "application/octet-stream"), body(request));
    }

    static ByteBuffer body(WireRequest request) {
        try {
            return request.body(Long.MAX_VALUE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI uri(String path) {
        return gateway.endpoint().resolve(path);
    }

    int port() {
        return gateway.endpoint().getPort();
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("GET", path, null);
    }

    public HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(20))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)).build(),
                BodyHandlers.ofString());
    }

    @Override
    public void close() {
        client.shutdownNow();
        gateway.close();
        bench.close();
    }

    private static final class NoCaller implements ApiCaller {
        @Override
        public Map<String, Set<String>> operations() {
            return Map.of();
        }

        @Override
        public Map<String, Object> call(String service, String operation, Map<String, Object> input, Call call) {
            throw new AssertionError("not called");
        }

        @Override
        public Description describe(String service, String operation) {
            throw new AssertionError("not called");
        }

        @Override
        public Optional<Invalid> validate(String service, String operation, Map<String, Object> input) {
            throw new AssertionError("not called");
        }
    }
}
