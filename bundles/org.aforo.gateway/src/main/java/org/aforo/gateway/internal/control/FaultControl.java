package org.aforo.gateway.internal.control;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import org.aforo.api.fault.Fault;
import org.aforo.api.fault.Faults;

/** {@code GET}, {@code POST}, {@code DELETE /faults}, {@code DELETE /faults/{id}}: failures on purpose. */
final class FaultControl {

    private final Faults faults;

    FaultControl(Faults faults) {
        this.faults = faults;
    }

    List<Route> routes() {
        return List.of(new Route("GET", "/faults", r -> list()), new Route("POST", "/faults", this::inject),
                new Route("DELETE", "/faults", r -> clear()), new Route("DELETE", "/faults/{id}", this::remove));
    }

    private Answer list() {
        List<Fault> active = faults.active();
        return Answer.json(gen -> {
            gen.writeStartObject();
            gen.writeArrayPropertyStart("faults");
            active.forEach(fault -> FaultJson.write(gen, fault));
            gen.writeEndArray();
            gen.writeEndObject();
        });
    }

    private Answer inject(ControlRequest request) throws IOException {
        Fields body = request.json().only("service", "operation", "resource", "effect", "rate", "seed",
                "lastsSeconds");
        double rate = body.number("rate", 1.0);
        if (!(rate > 0 && rate <= 1)) {
            throw Fields.wrong("rate", "above 0 and at most 1");
        }
        Duration lasts = body.seconds("lastsSeconds");
        if (lasts != null && lasts.isZero()) {
            throw Fields.wrong("lastsSeconds", "above 0");
        }
        Fault fault = faults.inject(new Fault(null, body.text("service", "*"), body.text("operation", "*"),
                body.text("resource", "*"), FaultJson.effect(body.object("effect")), rate, body.integer("seed", 0),
                lasts));
        return Answer.json(201, gen -> FaultJson.write(gen, fault));
    }

    private Answer clear() {
        faults.clear();
        return list();
    }

    private Answer remove(ControlRequest request) {
        String id = request.path().get("id");
        if (!faults.remove(id)) {
            throw ControlException.notFound("There is no fault " + id + '.');
        }
        return list();
    }
}
