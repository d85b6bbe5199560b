package org.aforo.gateway.internal.control;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

import org.aforo.api.time.BenchClock;
import tools.jackson.core.JsonGenerator;

/** {@code GET} and {@code PUT /clock}, {@code POST /clock/advance}: the bench's one clock, read, set and moved on. */
final class Clocks {

    private static final double MAX_SCALE = 100_000;

    private final BenchClock clock;

    Clocks(BenchClock clock) {
        this.clock = clock;
    }

    List<Route> routes() {
        return List.of(new Route("GET", "/clock", r -> show()), new Route("PUT", "/clock", this::put),
                new Route("POST", "/clock/advance", this::advance));
    }

    private Answer show() {
        return Answer.json(gen -> write(gen, clock));
    }

    private Answer put(ControlRequest request) throws IOException {
        double scale = request.json().only("scale").number("scale");
        if (!(scale >= 0 && scale <= MAX_SCALE)) {
            throw Fields.wrong("scale", "between 0 and 100000");
        }
        clock.scale(scale);
        return show();
    }

    private Answer advance(ControlRequest request) throws IOException {
        Fields body = request.json().only("seconds", "toNextTimer", "until");
        if (body.members().size() != 1) {
            throw ControlException.bad("One of seconds, toNextTimer and until is needed.");
        }
        if (body.has("seconds")) {
            body.number("seconds");
            clock.advance(body.seconds("seconds"));
        } else if (body.has("until")) {
            clock.advanceTo(body.moment("until"));
        } else {
            if (!Boolean.TRUE.equals(body.flag("toNextTimer"))) {
                throw Fields.wrong("toNextTimer", "true");
            }
            Instant next = clock.nextTimer();
            if (next == null) {
                throw new ControlException(409, "NoTimer", "No timer is set.");
            }
            clock.advanceTo(next);
        }
        return show();
    }

    static void write(JsonGenerator gen, BenchClock clock) {
        gen.writeStartObject();
        gen.writeStringProperty("now", clock.now().toString());
        gen.writeNumberProperty("millis", clock.millis());
        gen.writeNumberProperty("nanos", clock.nanos());
        gen.writeNumberProperty("scale", clock.scale());
        Json.moment(gen, "nextTimer", clock.nextTimer());
        gen.writeEndObject();
    }
}
