package org.aforo.protocol.internal.dispatch;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;

import org.aforo.api.Bench;
import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.protocol.WireRequest;
import org.aforo.protocol.WireResponse;
import org.aforo.protocol.internal.binding.MapTree;
import org.aforo.protocol.internal.json.JsonRpc;
import org.aforo.protocol.internal.model.Operation;
import org.aforo.protocol.internal.model.ServiceModel;
import org.aforo.protocol.internal.tree.Struct;
import org.aforo.protocol.internal.validation.Validator;
import org.aforo.protocol.internal.wire.Incoming;
import org.aforo.protocol.internal.wire.Protocol;
import org.aforo.protocol.internal.wire.RequestIds;

/** The way of a request through the protocols: route, decode, validate, fail on purpose, do, encode. */
public final class Engine {

    private static final Logger LOG = System.getLogger("org.aforo.protocol");

    private final Bench bench;
    private final Table table;
    private final Router router;
    private final Caller caller;

    public Engine(Bench bench, Table table) {
        this.bench = bench;
        this.table = table;
        this.router = new Router(table);
        this.caller = new Caller(bench);
    }

    /** Answers a request; never throws. */
    public WireResponse handle(WireRequest request) {
        Incoming in = new Incoming(request, RequestIds.next());
        Target target = null;
        try {
            target = router.find(in);
            return answer(in, target);
        } catch (AwsError e) {
            return error(in, target, e);
        } catch (IOException e) {
            return error(in, target, AwsError.client("IncompleteBody",
                    "The request body terminated unexpectedly"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return error(in, target, new AwsError("ServiceUnavailable", 503, "The bench is stopping."));
        } catch (RuntimeException | StackOverflowError e) {
            report(in, e);
            return error(in, target, AwsError.internal("The request processing has failed because of an unknown "
                    + "error, exception or failure."));
        }
    }

    private WireResponse answer(Incoming in, Target target) throws IOException, InterruptedException {
        if (!target.plugged().enter()) {
            throw Router.unavailable(Table.Gone.of(target.plugged()));
        }
        try {
            ServiceModel model = target.api().model();
            BoundOperation<?, ?> bound = target.operation() == null ? null
                    : target.api().operation(target.operation());
            if (bound == null) {
                throw target.protocol().unknownOperation(target.operation());
            }
            Struct input = target.protocol().decode(in, model, bound.model());
            Call call = caller.of(in, target.plugged().descriptor().id());
            Struct output = perform(bound, model, input, call);
            return target.protocol().encode(in, model, bound.model(), output);
        } finally {
            target.plugged().exit();
        }
    }

    private Struct perform(BoundOperation<?, ?> bound, ServiceModel model, Struct input, Call call)
            throws InterruptedException {
        if (input != null) {
            Validator.check(model, input);
        }
        return bound.perform(input, bench.faults(), call);
    }

    /** Calls an operation without the wire. */
    public Map<String, Object> call(String service, String operation, Map<String, Object> input, Call call)
            throws InterruptedException {
        Plugged plugged = table.byId(service);
        if (plugged == null || !plugged.enter()) {
            throw new AwsError("ServiceUnavailable", 503, "The service " + service + " is not plugged in.");
        }
        try {
            for (Api api : plugged.apis()) {
                BoundOperation<?, ?> bound = api.operation(operation);
                if (bound != null) {
                    return call(api, bound, input, call);
                }
            }
            throw AwsError.client("UnknownOperationException", null);
        } finally {
            plugged.exit();
        }
    }

    private Map<String, Object> call(Api api, BoundOperation<?, ?> bound, Map<String, Object> input, Call call)
            throws InterruptedException {
        Operation operation = bound.model();
        Struct tree = operation.input() == null ? null : MapTree.toTree(operation.input(), input);
        return MapTree.toMap(perform(bound, api.model(), tree, call));
    }

    private static WireResponse error(Incoming in, Target target, AwsError e) {
        Protocol protocol = target == null ? JsonRpc.of(in.mediaType(), null) : target.protocol();
        ServiceModel model = target == null ? null : target.api().modelIfRead();
        return protocol.error(in, model, e);
    }

    private void report(Incoming in, Throwable e) {
        LOG.log(Level.ERROR, in.requestId() + ' ' + in.method() + ' ' + in.request().rawPath(), e);
        bench.events().publish("internal-failure", "",
                e.getClass().getSimpleName() + " in request " + in.requestId() + ": " + e.getMessage());
    }
}
