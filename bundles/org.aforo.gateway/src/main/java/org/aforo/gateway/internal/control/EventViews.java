package org.aforo.gateway.internal.control;

import java.util.List;

import org.aforo.api.Events;
import tools.jackson.core.JsonGenerator;

/** {@code GET /events?since=}: what happened. */
final class EventViews {

    private final Events events;

    EventViews(Events events) {
        this.events = events;
    }

    List<Route> routes() {
        return List.of(new Route("GET", "/events", this::get));
    }

    private Answer get(ControlRequest request) {
        List<Events.Event> found = events.since(since(request.query().getOrDefault("since", "0")));
        return Answer.json(gen -> {
            gen.writeStartObject();
            gen.writeName("events");
            write(gen, found);
            gen.writeEndObject();
        });
    }

    private static long since(String number) {
        try {
            return Long.parseLong(number);
        } catch (NumberFormatException e) {
            throw Fields.wrong("since", "an event's number");
        }
    }

    static void write(JsonGenerator gen, List<Events.Event> events) {
        gen.writeStartArray();
        for (Events.Event event : events) {
            gen.writeStartObject();
            gen.writeNumberProperty("number", event.number());
            gen.writeStringProperty("time", event.time().toString());
            gen.writeStringProperty("type", event.type());
            gen.writeStringProperty("resource", event.resource());
            gen.writeStringProperty("text", event.text());
            gen.writeEndObject();
        }
        gen.writeEndArray();
    }
}
