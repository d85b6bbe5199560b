package org.aforo.client;

import static org.aforo.client.FrameReader.moment;
import static org.aforo.client.FrameReader.text;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads buffers: of one that was known before, what is another. */
final class BufferReader {

    private static final BufferView NONE = new BufferView("", 0, OptionalLong.empty(), 0, OptionalLong.empty(), 0,
            Optional.empty(), Optional.empty(), BufferView.Kind.BUFFER);

    private BufferReader() {
    }

    /** @param known those of before */
    static BufferView read(JsonParser json, List<BufferView> known) {
        String label = "";
        BufferView before = NONE;
        BufferView.Kind kind = NONE.kind();
        long bytes = 0;
        OptionalLong maxBytes = OptionalLong.empty();
        long records = 0;
        OptionalLong maxRecords = OptionalLong.empty();
        double oldest = 0;
        Optional<Instant> flushAt = Optional.empty();
        Optional<BufferView.Flush> last = Optional.empty();
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            switch (name) {
                case "name" -> {
                    label = text(json);
                    before = find(known, label);
                    kind = before.kind();
                    bytes = before.bytes();
                    maxBytes = before.maxBytes();
                    records = before.records();
                    maxRecords = before.maxRecords();
                    oldest = before.oldestSeconds();
                    flushAt = before.flushAt();
                    last = before.last();
                }
                case "kind" -> kind = BufferView.Kind.of(json.getString());
                case "bytes" -> bytes = json.getLongValue();
                case "maxBytes" -> maxBytes = limit(json);
                case "records" -> records = json.getLongValue();
                case "maxRecords" -> maxRecords = limit(json);
                case "oldestSeconds" -> oldest = json.getDoubleValue();
                case "flushAt" -> flushAt = moment(json);
                case "lastFlush" -> last = flush(json);
                default -> json.skipChildren();
            }
        }
        return new BufferView(before == NONE ? label : before.name(), bytes, maxBytes, records, maxRecords, oldest,
                flushAt, last, kind);
    }

    private static BufferView find(List<BufferView> known, String name) {
        for (BufferView buffer : known) {
            if (buffer.name().equals(name)) {
                return buffer;
            }
        }
        return NONE;
    }

    private static OptionalLong limit(JsonParser json) {
        return json.currentToken() == JsonToken.VALUE_NULL ? OptionalLong.empty()
                : OptionalLong.of(json.getLongValue());
    }

    private static Optional<BufferView.Flush> flush(JsonParser json) {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return Optional.empty();
        }
        Instant at = Instant.EPOCH;
        String reason = "";
        long records = 0;
        long bytes = 0;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            switch (name) {
                case "at" -> at = Instant.parse(json.getString());
                case "reason" -> reason = text(json);
                case "records" -> records = json.getLongValue();
                case "bytes" -> bytes = json.getLongValue();
                default -> json.skipChildren();
            }
        }
        return Optional.of(new BufferView.Flush(at, reason, records, bytes));
    }
}
