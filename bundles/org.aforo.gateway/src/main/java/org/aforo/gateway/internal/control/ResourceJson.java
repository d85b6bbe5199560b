package org.aforo.gateway.internal.control;

import java.util.List;
import java.util.function.Supplier;

import org.aforo.api.Arn;
import org.aforo.api.Resource;
import org.aforo.api.flow.BufferState;
import org.aforo.api.meter.Meter;
import tools.jackson.core.JsonGenerator;

/** Writes resources and their buffers. */
final class ResourceJson {

    /** The state of a resource whose plug-in threw. */
    static final String BROKEN = "BROKEN";

    private ResourceJson() {
    }

    static void write(JsonGenerator gen, String service, Resource resource) {
        write(gen, service, resource, resource.in().snapshot(), resource.out().snapshot(), resource.buffers(),
                Told.of(resource));
    }

    static void write(JsonGenerator gen, String service, Resource resource, Meter.Snapshot in, Meter.Snapshot out,
            List<BufferState> buffers, Told told) {
        gen.writeStartObject();
        gen.writeStringProperty("arn", resource.arn().toString());
        gen.writeStringProperty("service", service);
        gen.writeStringProperty("kind", resource.kind());
        gen.writeStringProperty("name", resource.name());
        gen.writeStringProperty("parent", resource.parent().map(Arn::toString).orElse(null));
        gen.writeStringProperty("state", resource.state());
        gen.writeName("attributes");
        gen.writeRawValue(told.attributes());
        gen.writeName("in");
        MeterJson.write(gen, in);
        gen.writeName("out");
        MeterJson.write(gen, out);
        gen.writeArrayPropertyStart("buffers");
        buffers.forEach(buffer -> buffer(gen, buffer));
        gen.writeEndArray();
        gen.writeName("links");
        gen.writeRawValue(told.links());
        gen.writeEndObject();
    }

    /** Of a resource that threw: what it is, as far as it tells, and what it threw. */
    static void broken(JsonGenerator gen, String service, String arn, Resource resource, String error) {
        gen.writeStartObject();
        gen.writeStringProperty("arn", arn);
        gen.writeStringProperty("service", service);
        gen.writeStringProperty("kind", told(resource::kind, "resource"));
        gen.writeStringProperty("name", told(resource::name, arn.substring(arn.lastIndexOf(':') + 1)));
        gen.writeStringProperty("parent", told(() -> resource.parent().map(Arn::toString).orElse(null), null));
        gen.writeStringProperty("state", BROKEN);
        gen.writeObjectPropertyStart("attributes");
        gen.writeStringProperty("Error", error);
        gen.writeEndObject();
        gen.writeName("in");
        MeterJson.write(gen, MeterJson.NOTHING);
        gen.writeName("out");
        MeterJson.write(gen, MeterJson.NOTHING);
        gen.writeArrayPropertyStart("buffers");
        gen.writeEndArray();
        gen.writeArrayPropertyStart("links");
        gen.writeEndArray();
        gen.writeEndObject();
    }

    private static String told(Supplier<String> getter, String otherwise) {
        try {
            return getter.get();
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            // the first thing that it threw is what is told
            return otherwise;
        }
    }

    private static void buffer(JsonGenerator gen, BufferState buffer) {
        gen.writeStartObject();
        gen.writeStringProperty("name", buffer.name());
        gen.writeNumberProperty("bytes", buffer.bytes());
        Json.limit(gen, "maxBytes", buffer.maxBytes());
        gen.writeNumberProperty("records", buffer.records());
        Json.limit(gen, "maxRecords", buffer.maxRecords());
        Json.number(gen, "oldestSeconds", buffer.oldest().toNanos() / 1e9);
        Json.moment(gen, "flushAt", buffer.flushAt().orElse(null));
        gen.writeName("lastFlush");
        buffer.last().ifPresentOrElse(flush -> flush(gen, flush), gen::writeNull);
        gen.writeEndObject();
    }

    private static void flush(JsonGenerator gen, BufferState.Flush flush) {
        gen.writeStartObject();
        gen.writeStringProperty("at", flush.at().toString());
        gen.writeStringProperty("reason", flush.reason().name());
        gen.writeNumberProperty("records", flush.records());
        gen.writeNumberProperty("bytes", flush.bytes());
        gen.writeEndObject();
    }
}
