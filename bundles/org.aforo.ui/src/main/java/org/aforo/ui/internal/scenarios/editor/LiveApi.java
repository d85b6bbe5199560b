package org.aforo.ui.internal.scenarios.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.aforo.client.BenchConnection;
import org.aforo.client.BenchException;
import org.aforo.client.Connections;
import org.aforo.client.Control;

import tools.jackson.databind.JsonNode;

/** The operations and shapes of the services that a connected bench has, asked for in the background and kept. */
final class LiveApi {

    private final Map<String, Optional<Schema>> inputs = new ConcurrentHashMap<>();
    private volatile List<String> operations = List.of();

    /** Asks again what services there are; returns at once. */
    void refresh() {
        bench().ifPresent(bench -> Thread.ofVirtual().name("operations of " + bench.name()).start(() -> ask(bench)));
    }

    private void ask(BenchConnection bench) {
        try {
            List<String> found = new ArrayList<>();
            bench.control().get("/api").path("services").properties().forEach(service -> service.getValue()
                    .forEach(operation -> found.add(service.getKey() + "." + operation.asString(""))));
            if (!found.equals(operations)) {
                inputs.clear();
                operations = List.copyOf(found);
            }
        } catch (BenchException e) {
            operations = List.of(); // completion goes without; the connection tells its trouble itself
        }
    }

    /** {@code kinesis.CreateStream}…; empty while no bench was asked. */
    List<String> operations() {
        return operations;
    }

    /** The input of {@code kinesis.CreateStream}; asked for when it isn't known, and there the next time. */
    Optional<Schema> input(String operation) {
        if (!operations.contains(operation)) {
            return Optional.empty();
        }
        Optional<Schema> known = inputs.get(operation);
        if (known == null) {
            known = Optional.empty();
            bench().ifPresent(bench -> Thread.ofVirtual().name("input of " + operation)
                    .start(() -> inputs.put(operation, ask(bench, operation))));
        }
        return known;
    }

    private static Optional<Schema> ask(BenchConnection bench, String operation) {
        String[] parts = operation.split("\\.", 2);
        try {
            JsonNode input = bench.control().get("/api/" + Control.encode(parts[0]) + "/" + Control.encode(parts[1]))
                    .path("input");
            return Optional.of(Schema.of(input));
        } catch (BenchException e) {
            return Optional.empty();
        }
    }

    private static Optional<BenchConnection> bench() {
        return Connections.shared().all().stream().filter(bench -> bench.state() == BenchConnection.State.LIVE)
                .findFirst();
    }
}
