package org.aforo.gateway.internal.control;

import java.io.IOException;
import java.util.List;

import org.aforo.api.quota.Quotas;
import tools.jackson.core.JsonGenerator;

/** {@code GET /quotas}, {@code PUT /quotas} (lift all), {@code PUT /quotas/{key}}: AWS's limits. */
final class QuotaControl {

    private final Quotas quotas;

    QuotaControl(Quotas quotas) {
        this.quotas = quotas;
    }

    List<Route> routes() {
        return List.of(new Route("GET", "/quotas", r -> list()), new Route("PUT", "/quotas", this::lift),
                new Route("PUT", "/quotas/{key}", this::override));
    }

    private Answer list() {
        List<Quotas.Setting> all = quotas.all();
        return Answer.json(gen -> {
            gen.writeStartObject();
            gen.writeBooleanProperty("lifted", quotas.lifted());
            gen.writeArrayPropertyStart("quotas");
            all.forEach(setting -> write(gen, setting));
            gen.writeEndArray();
            gen.writeEndObject();
        });
    }

    private static void write(JsonGenerator gen, Quotas.Setting setting) {
        gen.writeStartObject();
        gen.writeStringProperty("key", setting.quota().key());
        Json.limit(gen, "value", setting.value());
        gen.writeNumberProperty("default", setting.quota().value());
        gen.writeBooleanProperty("overridden", setting.overridden());
        gen.writeStringProperty("unit", setting.quota().unit());
        gen.writeBooleanProperty("liftable", setting.quota().liftable());
        gen.writeStringProperty("source", setting.quota().source());
        gen.writeEndObject();
    }

    private Answer lift(ControlRequest request) throws IOException {
        Boolean lifted = request.json().only("lifted").flag("lifted");
        if (lifted == null) {
            throw ControlException.bad("lifted is missing.");
        }
        quotas.lift(lifted);
        return list();
    }

    private Answer override(ControlRequest request) throws IOException {
        String key = request.path().get("key");
        Fields body = request.json().only("value");
        if (!body.has("value")) {
            throw ControlException.bad("value is missing; null returns to the default.");
        }
        if (setting(key) == null) {
            throw ControlException.notFound("There is no quota " + key + '.');
        }
        long value = body.integer("value", 1);
        if (value < 1) {
            throw Fields.wrong("value", "a whole number above 0, or null for the default");
        }
        quotas.override(key, body.isNull("value") ? null : value);
        return Answer.json(gen -> write(gen, setting(key)));
    }

    private Quotas.Setting setting(String key) {
        return quotas.all().stream().filter(s -> s.quota().key().equals(key)).findFirst().orElse(null);
    }
}
