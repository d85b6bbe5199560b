package org.aforo.client;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import tools.jackson.databind.JsonNode;

/** Reads what the control API tells of resources, clock and events. */
final class StateReader {

    private StateReader() {
    }

    static ResourceState resource(JsonNode node) {
        Map<String, String> attributes = new LinkedHashMap<>();
        node.path("attributes").properties().forEach(e -> attributes.put(e.getKey(), e.getValue().asString("")));
        List<BufferView> buffers = new ArrayList<>();
        node.path("buffers").forEach(buffer -> buffers.add(buffer(buffer)));
        List<ResourceState.Link> links = new ArrayList<>();
        node.path("links").forEach(link -> links.add(new ResourceState.Link(text(link, "to"), text(link, "label"))));
        return new ResourceState(text(node, "arn"), text(node, "service"), text(node, "kind"), text(node, "name"),
                optional(node.path("parent")), text(node, "state"), attributes, flow(node.path("in")),
                flow(node.path("out")), List.copyOf(buffers), List.copyOf(links));
    }

    static ClockState clock(JsonNode node, long received) {
        return new ClockState(Instant.parse(text(node, "now")), node.path("nanos").asLong(0),
                node.path("scale").asDouble(1), optional(node.path("nextTimer")).map(Instant::parse), received);
    }

    static BenchEvent event(BenchConnection connection, JsonNode node) {
        return new BenchEvent(connection, node.path("number").asLong(0), Instant.parse(text(node, "time")),
                text(node, "type"), text(node, "resource"), text(node, "text"));
    }

    private static BufferView buffer(JsonNode node) {
        JsonNode last = node.path("lastFlush");
        Optional<BufferView.Flush> flush = last.isObject()
                ? Optional.of(new BufferView.Flush(Instant.parse(text(last, "at")), text(last, "reason"),
                        last.path("records").asLong(0), last.path("bytes").asLong(0)))
                : Optional.empty();
        return new BufferView(text(node, "name"), node.path("bytes").asLong(0), limit(node.path("maxBytes")),
                node.path("records").asLong(0), limit(node.path("maxRecords")),
                node.path("oldestSeconds").asDouble(0), optional(node.path("flushAt")).map(Instant::parse), flush);
    }

    private static Flow flow(JsonNode node) {
        JsonNode latency = node.path("latencyMillis");
        return new Flow(node.path("records").asLong(0), node.path("bytes").asLong(0), node.path("errors").asLong(0),
                node.path("throttles").asLong(0), rates(node.path("oneSecond")), rates(node.path("tenSeconds")),
                rates(node.path("minute")),
                new Flow.Latency(latency.path("count").asLong(0), latency.path("p50").asDouble(0),
                        latency.path("p90").asDouble(0), latency.path("p99").asDouble(0),
                        latency.path("max").asDouble(0)));
    }

    private static Rates rates(JsonNode node) {
        return new Rates(node.path("records").asDouble(0), node.path("bytes").asDouble(0),
                node.path("errors").asDouble(0), node.path("throttles").asDouble(0));
    }

    private static OptionalLong limit(JsonNode node) {
        return node.isNumber() ? OptionalLong.of(node.asLong()) : OptionalLong.empty();
    }

    private static Optional<String> optional(JsonNode node) {
        return node.isString() ? Optional.of(node.asString()) : Optional.empty();
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }
}
