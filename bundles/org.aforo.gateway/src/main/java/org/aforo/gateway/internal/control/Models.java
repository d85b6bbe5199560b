package org.aforo.gateway.internal.control;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.aforo.api.endpoint.ApiCaller;
import tools.jackson.core.JsonGenerator;

/** {@code GET /api/{service}/{operation}} and {@code POST .../validate}: what an operation takes, and whether it would. */
final class Models {

    private final ApiCaller caller;

    Models(ApiCaller caller) {
        this.caller = caller;
    }

    List<Route> routes() {
        return List.of(new Route("GET", "/api/{service}/{operation}", this::describe),
                new Route("POST", "/api/{service}/{operation}/validate", this::validate));
    }

    private Answer describe(ControlRequest request) {
        check(caller, request);
        String service = request.path().get("service");
        String operation = request.path().get("operation");
        ApiCaller.Description description = caller.describe(service, operation);
        return Answer.json(gen -> {
            gen.writeStartObject();
            gen.writeStringProperty("service", service);
            gen.writeStringProperty("operation", operation);
            gen.writeStringProperty("documentation", description.documentation());
            gen.writeName("input");
            Json.value(gen, description.input());
            gen.writeName("output");
            Json.value(gen, description.output());
            gen.writeEndObject();
        });
    }

    private Answer validate(ControlRequest request) throws IOException {
        check(caller, request);
        Map<String, Object> input = request.json().members();
        Optional<ApiCaller.Invalid> invalid = caller.validate(request.path().get("service"),
                request.path().get("operation"), input);
        return Answer.json(gen -> {
            gen.writeStartObject();
            gen.writeBooleanProperty("valid", invalid.isEmpty());
            invalid.ifPresent(why -> write(gen, why));
            gen.writeEndObject();
        });
    }

    private static void write(JsonGenerator gen, ApiCaller.Invalid invalid) {
        gen.writeStringProperty("code", invalid.error().code());
        gen.writeStringProperty("message", invalid.error().getMessage());
        gen.writeArrayPropertyStart("violations");
        for (ApiCaller.Violation violation : invalid.violations()) {
            gen.writeStartObject();
            gen.writeStringProperty("member", violation.member());
            gen.writeStringProperty("message", violation.message());
            gen.writeEndObject();
        }
        gen.writeEndArray();
    }

    /** @throws ControlException when the request's service or operation isn't there */
    static void check(ApiCaller caller, ControlRequest request) {
        String service = request.path().get("service");
        String operation = request.path().get("operation");
        Set<String> operations = caller.operations().get(service);
        if (operations == null) {
            throw ControlException.notFound("There is no service " + service + '.');
        }
        if (!operations.contains(operation)) {
            throw ControlException.notFound("There is no operation " + operation + " in " + service + '.');
        }
    }
}
