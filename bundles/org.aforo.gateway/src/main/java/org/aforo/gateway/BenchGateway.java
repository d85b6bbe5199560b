package org.aforo.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import org.aforo.api.Bench;
import org.aforo.api.Gateway;
import org.aforo.api.Plugins;
import org.aforo.api.Producers;
import org.aforo.api.endpoint.ApiCaller;
import org.aforo.gateway.internal.HttpGateway;
import org.aforo.protocol.WireRequest;
import org.aforo.protocol.WireResponse;

/**
 * A bench's gateway: AWS's APIs over HTTP/1.1 and HTTP/2 on one port, over TLS on another, and the control API below
 * {@code /_aforo} on both. Listens where the bench's settings say.
 */
public final class BenchGateway implements Gateway, AutoCloseable {

    private final HttpGateway http;

    /**
     * @param aws       answers what isn't the control API's; on a virtual thread for each request, which it may block
     * @param caller    for the control API's plain-JSON calls
     * @param plugins   what can be plugged in at run time, where anything can
     * @param producers of demo data, where there are any
     * @param version   shown by {@code /_aforo/health}
     */
    public BenchGateway(Bench bench, Function<WireRequest, WireResponse> aws, ApiCaller caller,
            Supplier<Optional<Plugins>> plugins, Supplier<Optional<Producers>> producers, String version) {
        http = HttpGateway.of(bench, aws, caller, plugins, producers, version);
    }

    /** The same without producers. */
    public BenchGateway(Bench bench, Function<WireRequest, WireResponse> aws, ApiCaller caller,
            Supplier<Optional<Plugins>> plugins, String version) {
        this(bench, aws, caller, plugins, Optional::empty, version);
    }

    /**
     * Begins to listen; it answers when this returns. TLS, where it is wanted, follows a moment later.
     *
     * @param problems is told, in one line, why TLS can't be had
     * @throws IllegalStateException with one line for the user, when the port can't be had; closed then
     */
    public void start(Consumer<String> problems) {
        http.start(problems);
    }

    @Override
    public URI endpoint() {
        return http.endpoint();
    }

    @Override
    public Optional<URI> tlsEndpoint() {
        return http.tlsEndpoint();
    }

    /** As {@link #tlsEndpoint()}, waiting (in real time) until TLS is up or known not to come. */
    public Optional<URI> awaitTls(Duration atMost) {
        return http.awaitTls(atMost);
    }

    /** Ends live feeds, answers new requests with 503, lets those under way end, and closes. */
    @Override
    public void close() {
        http.close();
    }
}
