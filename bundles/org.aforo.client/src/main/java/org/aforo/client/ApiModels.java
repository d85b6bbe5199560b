package org.aforo.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import tools.jackson.databind.JsonNode;

/**
 * The operations that a bench's services have, and what they take; an operation's model is asked for once. Blocks as
 * {@link Control} does. For any number of threads.
 */
public final class ApiModels {

    private final Control control;
    private final Map<String, Operation> known = new ConcurrentHashMap<>();

    public ApiModels(Control control) {
        this.control = control;
    }

    /**
     * An operation.
     *
     * @param documentation one or more sentences, as AWS has them
     * @param input         JSON Schema; so is {@code output}
     */
    public record Operation(String service, String name, String documentation, JsonNode input, JsonNode output) {
    }

    /** Names of operations by service, as the bench has them now. */
    public Map<String, List<String>> operations() throws BenchException {
        Map<String, List<String>> all = new LinkedHashMap<>();
        control.get("/api").path("services").properties().forEach(service -> {
            List<String> names = new ArrayList<>();
            service.getValue().forEach(name -> names.add(name.asString("")));
            all.put(service.getKey(), List.copyOf(names));
        });
        known.values().removeIf(model -> !all.getOrDefault(model.service(), List.of()).contains(model.name()));
        return all;
    }

    /** @throws BenchException also when there is no such operation */
    public Operation operation(String service, String name) throws BenchException {
        String path = "/api/" + Control.encode(service) + '/' + Control.encode(name);
        Operation model = known.get(path);
        if (model == null) {
            JsonNode told = control.get(path);
            model = new Operation(service, name, told.path("documentation").asString(""), told.path("input"),
                    told.path("output"));
            known.put(path, model);
        }
        return model;
    }
}
