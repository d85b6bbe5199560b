package org.aforo.gateway.internal.control;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

import org.aforo.api.BenchSettings;
import org.aforo.api.endpoint.ApiCaller;
import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import tools.jackson.core.JsonGenerator;

/** {@code GET /api}, {@code POST /api/{service}/{operation}}: any AWS operation in plain JSON, without a signature. */
final class Calls {

    private final ApiCaller caller;

    Calls(ApiCaller caller) {
        this.caller = caller;
    }

    List<Route> routes() {
        return List.of(new Route("GET", "/api", r -> list()),
                new Route("POST", "/api/{service}/{operation}", this::call));
    }

    private Answer list() {
        Map<String, Set<String>> all = new TreeMap<>(caller.operations());
        return Answer.json(gen -> {
            gen.writeStartObject();
            gen.writeObjectPropertyStart("services");
            all.forEach((service, operations) -> {
                gen.writeArrayPropertyStart(service);
                new TreeSet<>(operations).forEach(gen::writeString);
                gen.writeEndArray();
            });
            gen.writeEndObject();
            gen.writeEndObject();
        });
    }

    private Answer call(ControlRequest request) throws IOException, InterruptedException {
        String service = request.path().get("service");
        String operation = request.path().get("operation");
        Models.check(caller, request);
        Call call = new Call(UUID.randomUUID().toString(), service,
                request.query().getOrDefault("account", BenchSettings.DEFAULT_ACCOUNT),
                request.query().getOrDefault("region", BenchSettings.DEFAULT_REGION), "",
                (request.wire().secure() ? "https://" : "http://") + request.wire().header("host"));
        Map<String, Object> input = request.json().members();
        try {
            Map<String, Object> output = caller.call(service, operation, input, call);
            return Answer.json(gen -> Json.value(gen, output));
        } catch (AwsError e) {
            return Answer.json(e.status(), gen -> error(gen, e));
        }
    }

    private static void error(JsonGenerator gen, AwsError e) {
        gen.writeStartObject();
        gen.writeObjectPropertyStart("error");
        gen.writeStringProperty("code", e.code());
        gen.writeStringProperty("message", e.getMessage());
        e.members().forEach((name, value) -> {
            gen.writeName(name);
            Json.value(gen, value);
        });
        gen.writeEndObject();
        gen.writeEndObject();
    }
}
