package org.aforo.protocol.internal.dispatch;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.aforo.api.Bench;
import org.aforo.api.endpoint.ApiCaller;
import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.protocol.WireRequest;
import org.aforo.protocol.WireResponse;
import org.aforo.protocol.internal.binding.MapTree;
import org.aforo.protocol.internal.describe.Schemas;
import org.aforo.protocol.internal.json.JsonRpc;
import org.aforo.protocol.internal.model.Operation;
import org.aforo.protocol.internal.model.ServiceModel;
import org.aforo.protocol.internal.sigv4.ChunkedRequest;
import org.aforo.protocol.internal.sigv4.Verifier;
import org.aforo.protocol.internal.tree.Struct;
import org.aforo.protocol.internal.validation.Validator;
import org.aforo.protocol.internal.wire.Incoming;
import org.aforo.protocol.internal.wire.Parameters;
import org.aforo.protocol.internal.wire.Protocol;
import org.aforo.protocol.internal.wire.RequestIds;

/** The way of a request through the protocols: route, verify, decode, validate, fail on purpose, do, encode. */
public final class Engine {

    private static final Logger LOG = System.getLogger("org.aforo.protocol");

    private final Bench bench;
    private final Table table;
    private final Router router;
    private final Caller caller;
    private final Verifier verifier;

    public Engine(Bench bench, Table table) {
        this.bench = bench;
        this.table = table;
        this.router = new Router(table);
        this.caller = new Caller(bench);
        this.verifier = bench.settings().strict() ? Verifier.of(caller.credentials()::secret) : null;
    }

    /** What errors are told in, which is found out on the way. */
    @FunctionalInterface
    private interface Refusal {
        WireResponse of(AwsError error);
    }

    /** One request's way. */
    @FunctionalInterface
    private interface Way {
        WireResponse go() throws IOException, InterruptedException;
    }

    /** Answers a request; never throws. */
    public WireResponse handle(WireRequest request) {
        Incoming in = new Incoming(request, RequestIds.next());
        Protocol protocol = Router.guess(in);
        if (isPlain(in)) {
            String path = Parameters.decode(request.rawPath(), false);
            Table.Route route = table.route(path);
            if (route != null) {
                return guarded(in, () -> answer(in, route), e -> RouteCall.error(in, e));
            }
            Table.Gone gone = table.goneAt(path);
            if (gone != null) {
                return RouteCall.error(in, Router.unavailable(gone));
            }
        }
        Target[] target = new Target[1];
        return guarded(in, () -> {
            target[0] = router.find(in);
            return answer(in, target[0]);
        }, e -> target[0] == null ? protocol.error(in, null, e)
                : target[0].protocol().error(in, target[0].api().modelIfRead(), e));
    }

    /** Whether nothing marks the request as an AWS client's, so that it may be for a path of a service's own. */
    private static boolean isPlain(Incoming in) {
        return in.scope().service().isEmpty() && in.header("x-amz-target") == null && !Rpc.isV2(in);
    }

    private WireResponse guarded(Incoming in, Way way, Refusal refusal) {
        try {
            return way.go();
        } catch (AwsError e) {
            return refusal.of(e);
        } catch (IOException e) {
            return refusal.of(AwsError.client("IncompleteBody", "The request body terminated unexpectedly"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return refusal.of(new AwsError("ServiceUnavailable", 503, "The bench is stopping."));
        } catch (RuntimeException | StackOverflowError e) {
            report(in, e);
            return refusal.of(AwsError.internal("The request processing has failed because of an unknown error, "
                    + "exception or failure."));
        }
    }

    private WireResponse answer(Incoming in, Table.Route route) throws IOException, InterruptedException {
        enter(route.plugged());
        try {
            return RouteCall.answer(in, route.route());
        } finally {
            route.plugged().exit();
        }
    }

    private static void enter(Plugged plugged) {
        if (!plugged.enter()) {
            throw Router.unavailable(Table.Gone.of(plugged));
        }
    }

    private WireResponse answer(Incoming in, Target target) throws IOException, InterruptedException {
        enter(target.plugged());
        try {
            ServiceModel model = target.api().model();
            BoundOperation<?, ?> bound = target.operation() == null ? null
                    : target.api().operation(target.operation());
            if (bound == null) {
                throw target.protocol().unknownOperation(target.operation());
            }
            open(in, target);
            Struct input = target.protocol().decode(in, model, bound.model());
            Call call = caller.of(in, target.plugged().descriptor().id());
            Struct output = perform(bound, target.protocol(), model, input, call);
            return target.protocol().encode(in, model, bound.model(), output);
        } finally {
            target.plugged().exit();
        }
    }

    /** Verifies the signature if need be, and takes the body out of its chunks. */
    private void open(Incoming in, Target target) throws IOException {
        in.labels(target.labels());
        if (verifier != null) {
            verifier.verify(in, target.api().model());
        } else if (ChunkedRequest.isChunked(in.request())) {
            in.view(new ChunkedRequest(in.request(), null));
        }
    }

    private Struct perform(BoundOperation<?, ?> bound, Protocol protocol, ServiceModel model, Struct input,
            Call call) throws InterruptedException {
        if (input != null) {
            try {
                Validator.check(model, input);
            } catch (AwsError e) {
                throw protocol.invalid(e);
            }
        }
        return bound.perform(input, bench.faults(), call);
    }

    /** What is done with an operation that was found. */
    @FunctionalInterface
    private interface Use<T, X extends Exception> {
        T with(Api api, BoundOperation<?, ?> bound) throws X;
    }

    /** Calls an operation without the wire. */
    public Map<String, Object> call(String service, String operation, Map<String, Object> input, Call call)
            throws InterruptedException {
        return use(service, operation, (api, bound) -> call(api, bound, input, call));
    }

    private <T, X extends Exception> T use(String service, String operation, Use<T, X> use) throws X {
        Plugged plugged = table.byId(service);
        if (plugged == null || !plugged.enter()) {
            throw new AwsError("ServiceUnavailable", 503, "The service " + service + " is not plugged in.");
        }
        try {
            for (Api api : plugged.apis()) {
                BoundOperation<?, ?> bound = api.operation(operation);
                if (bound != null) {
                    return use.with(api, bound);
                }
            }
            throw AwsError.client("UnknownOperationException", null);
        } finally {
            plugged.exit();
        }
    }

    /** What an operation takes and gives. */
    public ApiCaller.Description describe(String service, String operation) {
        return use(service, operation, (api, bound) -> new ApiCaller.Description(
                Schemas.text(bound.model(), api.documents()), Schemas.of(bound.model().input(), api.documents()),
                Schemas.of(bound.model().output(), api.documents())));
    }

    /** Checks an input as a call would, and does nothing. */
    public Optional<ApiCaller.Invalid> validate(String service, String operation, Map<String, Object> input) {
        return use(service, operation, (api, bound) -> {
            if (bound.model().input() == null) {
                return Optional.empty();
            }
            try {
                Struct tree = MapTree.toTree(bound.model().input(), input);
                return Validator.violations(api.model(), tree).map(found -> new ApiCaller.Invalid(
                        JsonRpc.V1_1.invalid(found.error()), found.violations()));
            } catch (AwsError e) {
                return Optional.of(new ApiCaller.Invalid(e, List.of()));
            }
        });
    }

    private Map<String, Object> call(Api api, BoundOperation<?, ?> bound, Map<String, Object> input, Call call)
            throws InterruptedException {
        Operation operation = bound.model();
        Struct tree = operation.input() == null ? null : MapTree.toTree(operation.input(), input);
        return MapTree.toMap(perform(bound, JsonRpc.V1_1, api.model(), tree, call));
    }

    private void report(Incoming in, Throwable e) {
        LOG.log(Level.ERROR, in.requestId() + ' ' + in.method() + ' ' + in.request().rawPath(), e);
        bench.events().publish("internal-failure", "",
                e.getClass().getSimpleName() + " in request " + in.requestId() + ": " + e.getMessage());
    }
}
