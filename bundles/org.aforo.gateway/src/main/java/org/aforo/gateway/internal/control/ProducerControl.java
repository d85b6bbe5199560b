package org.aforo.gateway.internal.control;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.aforo.api.Producers;
import org.aforo.api.Producers.Order;
import org.aforo.api.Producers.Producer;
import tools.jackson.core.JsonGenerator;

/** {@code GET} and {@code POST /producers}, {@code DELETE /producers/{id}}: demo data on any sink. */
final class ProducerControl {

    private static final int USUAL_KEYS = 10;

    private final Supplier<Optional<Producers>> producers;

    ProducerControl(Supplier<Optional<Producers>> producers) {
        this.producers = producers;
    }

    List<Route> routes() {
        return List.of(new Route("GET", "/producers", r -> list()), new Route("POST", "/producers", this::start),
                new Route("DELETE", "/producers/{id}", this::remove));
    }

    private Producers producers() {
        return producers.get().orElseThrow(() -> new ControlException(501, "NotImplemented",
                "This bench has no producers."));
    }

    private Answer list() {
        List<Producer> all = producers().list();
        return Answer.json(gen -> {
            gen.writeStartObject();
            gen.writeArrayPropertyStart("producers");
            all.forEach(producer -> write(gen, producer));
            gen.writeEndArray();
            gen.writeEndObject();
        });
    }

    private Answer start(ControlRequest request) throws IOException {
        Fields body = request.json().only("arn", "rate", "payload", "template", "keys", "skew", "total");
        Order order = new Order(RecordViews.arn(body.text("arn")).toString(), body.number("rate"),
                body.text("payload", "ticker"), body.text("template", null), keys(body.integer("keys", USUAL_KEYS)),
                body.number("skew", 0.0),
                body.isNull("total") ? null : (Long) body.integer("total", 0));
        Producer producer = producers().start(order);
        return Answer.json(201, gen -> write(gen, producer));
    }

    /** What doesn't fit is out of its bounds in any case. */
    private static int keys(long count) {
        return (int) Math.clamp(count, 0, Integer.MAX_VALUE);
    }

    private Answer remove(ControlRequest request) {
        String id = request.path().get("id");
        if (!producers().remove(id)) {
            throw ControlException.notFound("There is no producer " + id + '.');
        }
        return list();
    }

    private static void write(JsonGenerator gen, Producer producer) {
        Order order = producer.order();
        gen.writeStartObject();
        gen.writeStringProperty("id", producer.id());
        gen.writeStringProperty("arn", order.arn());
        gen.writeNumberProperty("rate", order.rate());
        gen.writeStringProperty("payload", order.payload());
        gen.writeStringProperty("template", order.template());
        gen.writeNumberProperty("keys", order.keys());
        gen.writeNumberProperty("skew", order.skew());
        gen.writeName("total");
        Json.value(gen, order.total());
        gen.writeNumberProperty("sent", producer.sent());
        gen.writeNumberProperty("refused", producer.refused());
        gen.writeStringProperty("lastError", producer.lastError());
        gen.writeBooleanProperty("running", producer.running());
        gen.writeEndObject();
    }
}
