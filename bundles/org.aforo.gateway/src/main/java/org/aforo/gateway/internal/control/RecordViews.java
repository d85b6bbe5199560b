package org.aforo.gateway.internal.control;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import org.aforo.api.Arn;
import org.aforo.api.Bench;
import org.aforo.api.IngestionService;
import org.aforo.api.endpoint.AwsError;
import org.aforo.api.flow.FlowRecord;
import org.aforo.api.flow.RecordPeek;
import org.aforo.api.flow.RecordPeek.Look;
import org.aforo.api.flow.RecordPeek.Peeked;
import org.aforo.api.flow.RecordSink;
import tools.jackson.core.JsonGenerator;

/** {@code GET} and {@code POST /records}: looks at a resource's records without taking them, and sends one. */
final class RecordViews {

    private static final int USUAL = 50;

    private final Bench bench;

    private final Guard guard;

    RecordViews(Bench bench, Guard guard) {
        this.bench = bench;
        this.guard = guard;
    }

    List<Route> routes() {
        return List.of(new Route("GET", "/records", this::peek), new Route("POST", "/records", this::send));
    }

    private Answer peek(ControlRequest request) {
        if (!request.query().containsKey("arn")) {
            throw ControlException.bad("arn is missing: /records?arn=ARN");
        }
        Arn arn = arn(request.query().get("arn"));
        RecordPeek peek = find(arn);
        String after = request.query().get("after");
        if (after != null && request.query().containsKey("last")) {
            throw ControlException.bad("last and after exclude each other.");
        }
        int last = count(request, "last", USUAL);
        int max = count(request, "max", RecordPeek.MAX_RECORDS);
        Look look = guard.call(arn.toString(), "peek()", () -> after == null ? peek.latest(last)
                : peek.after(after, max));
        return Answer.json(gen -> write(gen, look));
    }

    private static int count(ControlRequest request, String name, int otherwise) {
        String text = request.query().get(name);
        try {
            int count = text == null ? otherwise : Integer.parseInt(text);
            if (count >= 1) {
                return Math.min(count, RecordPeek.MAX_RECORDS);
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw Fields.wrong(name, "a whole number from 1 to " + RecordPeek.MAX_RECORDS);
    }

    private RecordPeek find(Arn arn) {
        for (IngestionService service : bench.services()) {
            Optional<RecordPeek> found = guard.ask(arn.toString(), service.getClass().getName() + ".peek()",
                    () -> service.peek(arn), e -> Optional.empty());
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw ControlException.notFound("There are no records to look at in " + arn + '.');
    }

    static Arn arn(String text) {
        try {
            return text == null ? null : Arn.parse(text);
        } catch (IllegalArgumentException e) {
            throw ControlException.bad(e.getMessage());
        }
    }

    private static void write(JsonGenerator gen, Look look) {
        gen.writeStartObject();
        gen.writeStringProperty("position", look.position());
        gen.writeArrayPropertyStart("records");
        look.records().forEach(record -> write(gen, record));
        gen.writeEndArray();
        gen.writeEndObject();
    }

    private static void write(JsonGenerator gen, Peeked record) {
        ByteBuffer data = record.data().slice();
        boolean whole = data.remaining() == record.size();
        if (data.remaining() > RecordPeek.MAX_DATA) {
            data.limit(RecordPeek.MAX_DATA);
        }
        gen.writeStartObject();
        gen.writeStringProperty("position", record.position());
        gen.writeStringProperty("partition", record.partition());
        gen.writeStringProperty("key", record.key());
        gen.writeStringProperty("time", record.time().toString());
        gen.writeNumberProperty("size", record.size());
        gen.writeName("data");
        Json.value(gen, data);
        gen.writeBooleanProperty("truncated", data.remaining() < record.size());
        gen.writeName("attributes");
        Json.value(gen, record.attributes());
        // what was cut off can't be told from what is broken
        Optional<List<KplRecords.Part>> parts = whole ? KplRecords.read(record.data()) : Optional.empty();
        parts.ifPresent(all -> write(gen, all));
        gen.writeEndObject();
    }

    private static void write(JsonGenerator gen, List<KplRecords.Part> parts) {
        gen.writeArrayPropertyStart("aggregated");
        int left = RecordPeek.MAX_DATA;
        for (KplRecords.Part part : parts) {
            ByteBuffer data = part.data().slice();
            data.limit(Math.min(data.limit(), left));
            left -= data.remaining();
            gen.writeStartObject();
            gen.writeStringProperty("key", part.key());
            gen.writeStringProperty("explicitHashKey", part.explicitHashKey());
            gen.writeNumberProperty("size", part.data().remaining());
            gen.writeName("data");
            Json.value(gen, data);
            gen.writeBooleanProperty("truncated", data.remaining() < part.data().remaining());
            gen.writeEndObject();
        }
        gen.writeEndArray();
    }

    private Answer send(ControlRequest request) throws IOException, InterruptedException {
        Fields body = request.json().only("arn", "data", "key");
        Arn arn = arn(body.text("arn"));
        ByteBuffer data = data(body.text("data"));
        RecordSink sink = bench.destinations().sink(arn.toString());
        RecordSink.Outcome outcome = sink
                .put(List.of(new FlowRecord("", body.text("key", ""), data, bench.clock().now()))).getFirst();
        AwsError refused = outcome.error();
        if (refused != null) {
            throw refused;
        }
        return Answer.json(gen -> {
            gen.writeStartObject();
            gen.writeNumberProperty("sent", 1);
            gen.writeEndObject();
        });
    }

    private static ByteBuffer data(String base64) {
        try {
            return ByteBuffer.wrap(Base64.getDecoder().decode(base64)).asReadOnlyBuffer();
        } catch (IllegalArgumentException e) {
            throw Fields.wrong("data", "Base64");
        }
    }
}
