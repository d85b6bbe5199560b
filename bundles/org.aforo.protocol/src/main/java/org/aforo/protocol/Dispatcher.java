package org.aforo.protocol;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.aforo.api.Bench;
import org.aforo.api.IngestionService;
import org.aforo.api.endpoint.ApiCaller;
import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.protocol.internal.dispatch.Engine;
import org.aforo.protocol.internal.dispatch.Table;

/**
 * Brings requests to the operations of plugged-in services and their results back, in AWS's protocols. Models are
 * read when a service is first called. Safe for many threads; operations run on the calling thread.
 */
public final class Dispatcher implements ApiCaller {

    private final Table table = new Table();
    private final Engine engine;

    public Dispatcher(Bench bench) {
        engine = new Engine(bench, table);
    }

    /** Opens a service to calls. */
    public void plug(IngestionService service) {
        table.add(service);
    }

    /**
     * Closes a service to calls, which are told 503 from now on, and waits for those under way.
     *
     * @param drain how long to wait at most, in real time
     */
    public void unplug(IngestionService service, Duration drain) {
        table.remove(service, drain);
    }

    /** Answers a request, with an error if need be; never throws. */
    public WireResponse handle(WireRequest request) {
        return engine.handle(request);
    }

    @Override
    public Map<String, Set<String>> operations() {
        Map<String, Set<String>> all = new LinkedHashMap<>();
        table.all().forEach(p -> all.put(p.descriptor().id(), p.operations()));
        return all;
    }

    @Override
    public Map<String, Object> call(String service, String operation, Map<String, Object> input, Call call)
            throws AwsError, InterruptedException {
        return engine.call(service, operation, input, call);
    }

    @Override
    public Description describe(String service, String operation) throws AwsError {
        return engine.describe(service, operation);
    }

    @Override
    public Optional<Invalid> validate(String service, String operation, Map<String, Object> input) throws AwsError {
        return engine.validate(service, operation, input);
    }
}
