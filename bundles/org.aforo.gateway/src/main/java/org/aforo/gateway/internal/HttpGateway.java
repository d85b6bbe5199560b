package org.aforo.gateway.internal;

import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import org.aforo.api.Bench;
import org.aforo.api.BenchSettings;
import org.aforo.api.Gateway;
import org.aforo.api.Plugins;
import org.aforo.api.Producers;
import org.aforo.api.endpoint.ApiCaller;
import org.aforo.gateway.internal.control.ControlApi;
import org.aforo.protocol.WireRequest;
import org.aforo.protocol.WireResponse;
import org.eclipse.jetty.io.ArrayByteBufferPool;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

/**
 * The listening HTTP server. It answers once {@link #start} has returned; TLS follows a moment later, so that
 * making a certificate doesn't hold up the start.
 */
public final class HttpGateway implements Gateway, AutoCloseable {

    private final BenchSettings settings;
    private final Server server;
    private final Connectors connectors;
    private final RootHandler handler;
    private final CompletableFuture<Optional<URI>> tls = new CompletableFuture<>();
    private volatile ServerConnector plain;
    private volatile boolean closed;

    HttpGateway(BenchSettings settings, Limits limits, RootHandler handler) {
        this.settings = settings;
        this.handler = handler;
        VirtualThreadPool threads = new VirtualThreadPool();
        threads.setName("aforo-http");
        // long polls hold their thread; connections and streams are what is bounded
        threads.setMaxConcurrentTasks(-1);
        server = new Server(threads, null, new ArrayByteBufferPool(-1, -1, GatheredBody.PIECE));
        server.setErrorHandler(new PlainErrors());
        server.setStopTimeout(limits.drain().toMillis());
        server.setHandler(new GracefulHandler(handler));
        server.addBean(new NetworkConnectionLimit(limits.connections(), server));
        connectors = new Connectors(server, settings.host(), limits);
    }

    /** As {@link org.aforo.gateway.BenchGateway} describes. */
    public static HttpGateway of(Bench bench, Function<WireRequest, WireResponse> aws, ApiCaller caller,
            Supplier<Optional<Plugins>> plugins, Supplier<Optional<Producers>> producers, String version) {
        return of(bench, aws, new ControlApi(bench, caller, plugins, producers, version), Limits.defaults());
    }

    static HttpGateway of(Bench bench, Function<WireRequest, WireResponse> aws, ControlApi control, Limits limits) {
        boolean loopback = LocalNames.isLoopback(bench.settings().host());
        return new HttpGateway(bench.settings(), limits,
                new RootHandler(aws, new ControlHandler(control, aws, loopback), limits, new Cors(loopback)));
    }

    /**
     * Begins to listen.
     *
     * @param problems is told, in one line, why TLS can't be had
     * @throws IllegalStateException with one clear line, when the port can't be had
     */
    public void start(Consumer<String> problems) {
        plain = connectors.plain(settings.port());
        server.addConnector(plain);
        try {
            start(server, settings.port(), "--port");
        } catch (IllegalStateException e) {
            close();
            throw e;
        }
        if (settings.tlsPort() < 0) {
            tls.complete(Optional.empty());
        } else {
            Thread.ofVirtual().name("aforo-tls-start").start(() -> startTls(problems));
        }
    }

    private void startTls(Consumer<String> problems) {
        Optional<URI> uri = Optional.empty();
        try {
            ServerConnector connector = connectors.tls(settings.tlsPort(),
                    new TlsKeys(settings.data().resolve("tls")));
            server.addConnector(connector);
            start(connector, settings.tlsPort(), "--tls-port");
            uri = Optional.of(uri("https", connector));
            if (closed) {
                stop(connector);
            }
        } catch (IllegalStateException e) {
            report(problems, e.getMessage());
        } catch (IOException | GeneralSecurityException e) {
            report(problems, "No TLS: the certificate in the data folder can't be read or made: " + e.getMessage());
        }
        tls.complete(uri);
    }

    private void report(Consumer<String> problems, String line) {
        if (!closed) {
            problems.accept(line);
        }
    }

    /** Jetty declares {@code Exception}; what comes is a failure to bind. */
    private void start(LifeCycle what, int port, String option) {
        try {
            what.start();
        } catch (Exception e) {
            throw new IllegalStateException(reason(e, port, option), e);
        }
    }

    private String reason(Throwable problem, int port, String option) {
        for (Throwable t = problem; t != null; t = t.getCause()) {
            if (t instanceof BindException) {
                return "Port " + port + " on " + settings.host() + " can't be had (" + t.getMessage()
                        + "): stop what listens there, or choose another with " + option + " N (0 takes any free one).";
            }
        }
        return "Can't listen on " + settings.host() + ':' + port + ": " + problem.getMessage();
    }

    @Override
    public URI endpoint() {
        return uri("http", plain);
    }

    @Override
    public Optional<URI> tlsEndpoint() {
        return tls.getNow(Optional.empty());
    }

    /** As {@link #tlsEndpoint()}, waiting for TLS to be up or known not to come. */
    public Optional<URI> awaitTls(Duration atMost) {
        return tls.copy().completeOnTimeout(Optional.empty(), atMost.toNanos(), TimeUnit.NANOSECONDS).join();
    }

    private URI uri(String scheme, ServerConnector connector) {
        String host = settings.host();
        if (host.equals("0.0.0.0") || host.equals("::")) {
            host = "127.0.0.1";
        }
        return URI.create(scheme + "://" + (host.contains(":") ? '[' + host + ']' : host) + ':'
                + connector.getLocalPort());
    }

    /** Ends live feeds, takes no more requests, lets those under way end within the drain time, and closes. */
    @Override
    public void close() {
        closed = true;
        handler.closeFeeds();
        try {
            stop(server);
        } finally {
            server.destroy();
        }
    }

    private static void stop(LifeCycle what) {
        try {
            what.stop();
        } catch (TimeoutException e) {
            // The drain time is over; what was still under way has been cut off.
        } catch (Exception e) {
            throw new IllegalStateException("The gateway didn't close: " + e.getMessage(), e);
        }
    }
}
