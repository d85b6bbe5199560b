package org.aforo.gateway.internal.control;

import java.time.Duration;

import org.aforo.api.fault.Fault;
import org.aforo.api.fault.Fault.Effect;
import tools.jackson.core.JsonGenerator;

/** Faults in JSON. */
final class FaultJson {

    private static final int MOST_PLACES = 10_000;

    private FaultJson() {
    }

    static void write(JsonGenerator gen, Fault fault) {
        gen.writeStartObject();
        gen.writeStringProperty("id", fault.id());
        gen.writeStringProperty("service", fault.service());
        gen.writeStringProperty("operation", fault.operation());
        gen.writeStringProperty("resource", fault.resource());
        gen.writeObjectPropertyStart("effect");
        switch (fault.effect()) {
            case Effect.Latency e -> {
                gen.writeStringProperty("type", "latency");
                gen.writeNumberProperty("minMillis", e.min().toMillis());
                gen.writeNumberProperty("maxMillis", e.max().toMillis());
            }
            case Effect.Failure e -> {
                gen.writeStringProperty("type", "failure");
                gen.writeStringProperty("code", e.code());
                gen.writeNumberProperty("status", e.status());
                gen.writeStringProperty("message", e.message());
                gen.writeBooleanProperty("done", e.done());
            }
            case Effect.Throttle e -> gen.writeStringProperty("type", "throttle");
            case Effect.PartialFailure e -> {
                gen.writeStringProperty("type", "partialFailure");
                gen.writeStringProperty("code", e.code());
                gen.writeStringProperty("message", e.message());
                gen.writeBooleanProperty("done", e.done());
            }
            case Effect.Outage e -> gen.writeStringProperty("type", "outage");
            case Effect.Duplicate e -> gen.writeStringProperty("type", "duplicate");
            case Effect.Reorder e -> {
                gen.writeStringProperty("type", "reorder");
                gen.writeNumberProperty("places", e.places());
            }
        }
        gen.writeEndObject();
        gen.writeNumberProperty("rate", fault.rate());
        gen.writeNumberProperty("seed", fault.seed());
        if (fault.lasts() == null) {
            gen.writeNullProperty("lastsSeconds");
        } else {
            gen.writeNumberProperty("lastsSeconds", fault.lasts().toNanos() / 1e9);
        }
        gen.writeEndObject();
    }

    static Effect effect(Fields json) {
        String type = json.text("type");
        return switch (type) {
            case "latency" -> latency(json.only("type", "minMillis", "maxMillis"));
            case "failure" -> failure(json.only("type", "code", "status", "message", "done"));
            case "throttle" -> none(json, new Effect.Throttle());
            case "partialFailure" -> {
                json.only("type", "code", "message", "done");
                yield new Effect.PartialFailure(json.text("code", "InternalFailure"),
                        json.text("message", "Injected fault."), Boolean.TRUE.equals(json.flag("done")));
            }
            case "outage" -> none(json, new Effect.Outage());
            case "duplicate" -> none(json, new Effect.Duplicate());
            case "reorder" -> reorder(json.only("type", "places"));
            default -> throw Fields.wrong("effect.type",
                    "latency, failure, throttle, partialFailure, outage, duplicate or reorder");
        };
    }

    private static Effect none(Fields json, Effect effect) {
        json.only("type");
        return effect;
    }

    private static Effect latency(Fields json) {
        long min = json.integer("minMillis", 0);
        long max = json.integer("maxMillis", min);
        if (min < 0 || max < min || max == 0) {
            throw Fields.wrong("maxMillis", "above 0 and not below minMillis");
        }
        return new Effect.Latency(Duration.ofMillis(min), Duration.ofMillis(max));
    }

    private static Effect failure(Fields json) {
        long status = json.integer("status", 500);
        if (status < 400 || status > 599) {
            throw Fields.wrong("status", "from 400 to 599");
        }
        return new Effect.Failure(json.text("code", "InternalFailure"), (int) status,
                json.text("message", "Injected fault."), Boolean.TRUE.equals(json.flag("done")));
    }

    private static Effect reorder(Fields json) {
        long places = json.integer("places", 1);
        if (places < 1 || places > MOST_PLACES) {
            throw Fields.wrong("places", "from 1 to " + MOST_PLACES);
        }
        return new Effect.Reorder((int) places);
    }
}
