package org.aforo.gateway.internal.control;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.aforo.api.Bench;
import org.aforo.api.IngestionService;
import org.aforo.api.Plugins;
import org.aforo.api.Producers;
import org.aforo.api.endpoint.ApiCaller;
import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Endpoint;
import org.aforo.api.endpoint.HttpRoute;
import org.aforo.protocol.WireRequest;

/** The control API, below {@code /_aforo}: what command line, workbench and scripts see and steer a bench by. */
public final class ControlApi implements AutoCloseable {

    private static final String ROOT = "/_aforo";

    private final List<Route> routes = new ArrayList<>();
    private final Bench bench;
    private final Guard guard;
    private final LiveFeed feed;
    private final Traffic traffic;

    /**
     * @param plugins   what can be plugged in at run time, where anything can
     * @param producers of demo data, where there are any
     * @param version   of this build
     */
    public ControlApi(Bench bench, ApiCaller caller, Supplier<Optional<Plugins>> plugins,
            Supplier<Optional<Producers>> producers, String version) {
        this.bench = bench;
        guard = new Guard(bench.events());
        feed = new LiveFeed(bench, guard);
        traffic = new Traffic();
        Stream.of(new Health(bench, guard, version).routes(), new ResourceViews(bench, guard).routes(),
                new MeterViews(bench, guard, feed).routes(), new ActionViews(bench, guard).routes(),
                new RecordViews(bench, guard).routes(), new ProducerControl(producers).routes(),
                new TrafficControl(bench, traffic).routes(),
                new Clocks(bench.clock()).routes(),
                new FaultControl(bench.faults()).routes(), new QuotaControl(bench.quotas()).routes(),
                new Reset(bench, guard, producers, traffic).routes(), new EventViews(bench.events()).routes(),
                new PluginControl(plugins, bench.settings().data()).routes(), new Calls(caller).routes(),
                new Models(caller).routes(),
                new Description().routes()).forEach(routes::addAll);
    }

    /** Whether a path is the control API's. */
    public static boolean owns(String path) {
        return path.startsWith(ROOT) && (path.length() == ROOT.length() || path.charAt(ROOT.length()) == '/');
    }

    /** Answers a request, errors too. */
    public Answer handle(WireRequest request) throws IOException {
        try {
            return route(request);
        } catch (ControlException e) {
            return Answer.error(e.status(), e.code(), e.getMessage());
        } catch (AwsError e) {
            return Answer.error(e.status(), e.code(), e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.error(503, "ServiceUnavailable", "The bench is closing.");
        }
    }

    private Answer route(WireRequest request) throws IOException, InterruptedException {
        String path = request.rawPath().substring(ROOT.length());
        String method = request.method().equals("HEAD") ? "GET" : request.method();
        List<String> others = new ArrayList<>();
        for (Route route : routes) {
            Optional<Map<String, String>> match = route.match(path);
            if (match.isPresent() && route.method().equals(method)) {
                return route.handler().handle(ControlRequest.of(request, match.get()));
            }
            match.ifPresent(m -> others.add(route.method()));
        }
        if (others.isEmpty() && hasRoute(request.rawPath())) {
            return new Answer.Service();
        }
        if (others.isEmpty()) {
            throw ControlException.notFound("There is no " + ROOT + path + "; " + ROOT
                    + "/openapi.json tells what there is.");
        }
        return Answer.notAllowed(method, others.stream().distinct().sorted().collect(Collectors.joining(", ")));
    }

    /** Services may answer below this API's path too, under the same guard. */
    private boolean hasRoute(String path) {
        return bench.services().stream().flatMap(this::endpoints)
                .anyMatch(endpoint -> endpoint instanceof HttpRoute route
                        && (path.equals(route.path()) || path.startsWith(route.path() + '/')));
    }

    private Stream<Endpoint> endpoints(IngestionService service) {
        return guard.<List<Endpoint>>ask(service.getClass().getName(), "endpoints()", service::endpoints,
                e -> List.of()).stream();
    }

    /** Methods and paths, as {@code GET /clock}. */
    List<String> operations() {
        return routes.stream().map(r -> r.method() + ' ' + r.template()).toList();
    }

    /** Ends the live feeds, recordings and replays. */
    @Override
    public void close() {
        traffic.close();
        feed.close();
    }
}
