package org.aforo.client;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/** Reads frames token by token: as a tree, one of ten thousand resources would take hundreds of megabytes. */
final class FrameReader {

    private final BenchConnection connection;
    private final Function<String, ResourceState> known;
    private final ResourceReader resources = new ResourceReader();

    /** @param known what was told of a resource, null for nothing */
    FrameReader(BenchConnection connection, Function<String, ResourceState> known) {
        this.connection = connection;
        this.known = known;
    }

    Frame read(EventStream.Message message) {
        boolean snapshot = message.type().equals("snapshot");
        Function<String, ResourceState> before = snapshot ? arn -> null : known;
        ClockState clock = null;
        List<ResourceState> told = List.of();
        List<String> removed = List.of();
        List<BenchEvent> events = List.of();
        try (JsonParser json = Control.JSON.createParser(message.data(), 0, message.length())) {
            json.nextToken();
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                json.nextToken();
                switch (name) {
                    case "clock" -> clock = clock(json);
                    case "resources" -> told = list(json, resource -> resources.read(resource, before));
                    case "removed" -> removed = list(json, JsonParser::getString);
                    case "events" -> events = list(json, this::event);
                    default -> json.skipChildren();
                }
            }
        }
        return new Frame(snapshot, clock, told, removed, events);
    }

    private static ClockState clock(JsonParser json) {
        long received = System.nanoTime();
        Instant now = Instant.EPOCH;
        long nanos = 0;
        double scale = 1;
        Optional<Instant> next = Optional.empty();
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            switch (name) {
                case "now" -> now = Instant.parse(json.getString());
                case "nanos" -> nanos = json.getLongValue();
                case "scale" -> scale = json.getDoubleValue();
                case "nextTimer" -> next = moment(json);
                default -> json.skipChildren();
            }
        }
        return new ClockState(now, nanos, scale, next, received);
    }

    private BenchEvent event(JsonParser json) {
        long number = 0;
        Instant time = Instant.EPOCH;
        String type = "";
        String resource = "";
        String text = "";
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            switch (name) {
                case "number" -> number = json.getLongValue();
                case "time" -> time = Instant.parse(json.getString());
                case "type" -> type = json.getString();
                case "resource" -> resource = text(json);
                case "text" -> text = text(json);
                default -> json.skipChildren();
            }
        }
        return new BenchEvent(connection, number, time, type, resource, text);
    }

    /** The events of an answer of {@code /events}. */
    List<BenchEvent> events(JsonNode answer) {
        try (JsonParser json = Control.JSON.treeAsTokens(answer.path("events"))) {
            json.nextToken();
            return list(json, this::event);
        }
    }

    static <T> List<T> list(JsonParser json, Function<JsonParser, T> element) {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            json.skipChildren();
            return List.of();
        }
        List<T> all = null;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            all = all == null ? new ArrayList<>() : all;
            all.add(element.apply(json));
        }
        return all == null ? List.of() : all;
    }

    static Optional<Instant> moment(JsonParser json) {
        return json.currentToken() == JsonToken.VALUE_STRING ? Optional.of(Instant.parse(json.getString()))
                : Optional.empty();
    }

    /** Empty where there is none. */
    static String text(JsonParser json) {
        return json.currentToken() == JsonToken.VALUE_NULL ? "" : json.getString();
    }
}
