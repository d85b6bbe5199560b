package org.aforo.gateway.internal.control;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;

import org.aforo.api.flow.FlowRecord;

/**
 * A record in a file of traffic, one JSON object a line:
 * {@code {"millis":250,"key":"k","hash":"17","data":"aGk="}}.
 *
 * @param millis after the file's first record
 * @param key    partition key, or empty
 * @param hash   explicit hash key in decimal, or empty
 */
record TrafficLine(long millis, String key, String hash, ByteBuffer data) {

    private static final Pattern DECIMAL = Pattern.compile("[0-9]{0,39}");

    static String write(long millis, FlowRecord record) {
        return Json.text(gen -> {
            gen.writeStartObject();
            gen.writeNumberProperty("millis", millis);
            gen.writeStringProperty("key", record.key());
            if (!record.route().isEmpty()) {
                gen.writeStringProperty("hash", record.route());
            }
            gen.writeName("data");
            Json.value(gen, record.data());
            gen.writeEndObject();
        });
    }

    /** @throws ControlException telling what is wrong with it */
    static TrafficLine read(ByteBuffer line) {
        Fields fields = new Fields(Json.object(line)).only("millis", "key", "hash", "data");
        if (fields.isNull("millis")) {
            throw ControlException.bad("millis is missing.");
        }
        String hash = fields.text("hash", "");
        if (!DECIMAL.matcher(hash).matches()) {
            throw Fields.wrong("hash", "a decimal number");
        }
        return new TrafficLine(fields.integer("millis", 0), fields.text("key", ""), hash, data(fields.text("data")));
    }

    private static ByteBuffer data(String base64) {
        try {
            return ByteBuffer.wrap(Base64.getDecoder().decode(base64)).asReadOnlyBuffer();
        } catch (IllegalArgumentException e) {
            throw Fields.wrong("data", "Base64");
        }
    }

    FlowRecord record(Instant now) {
        return new FlowRecord("", key, data, now, hash);
    }
}
