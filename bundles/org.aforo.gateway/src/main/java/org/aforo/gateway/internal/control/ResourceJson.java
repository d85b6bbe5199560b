package org.aforo.gateway.internal.control;

import java.util.Map;

import org.aforo.api.Arn;
import org.aforo.api.Resource;
import org.aforo.api.flow.BufferState;
import tools.jackson.core.JsonGenerator;

/** Writes resources and their buffers. */
final class ResourceJson {

    private ResourceJson() {
    }

    static void write(JsonGenerator gen, String service, Resource resource) {
        gen.writeStartObject();
        gen.writeStringProperty("arn", resource.arn().toString());
        gen.writeStringProperty("service", service);
        gen.writeStringProperty("kind", resource.kind());
        gen.writeStringProperty("name", resource.name());
        gen.writeStringProperty("parent", resource.parent().map(Arn::toString).orElse(null));
        gen.writeStringProperty("state", resource.state());
        gen.writeObjectPropertyStart("attributes");
        for (Map.Entry<String, String> attribute : resource.attributes().entrySet()) {
            gen.writeStringProperty(attribute.getKey(), attribute.getValue());
        }
        gen.writeEndObject();
        gen.writeName("in");
        MeterJson.write(gen, resource.in().snapshot());
        gen.writeName("out");
        MeterJson.write(gen, resource.out().snapshot());
        gen.writeArrayPropertyStart("buffers");
        resource.buffers().forEach(buffer -> buffer(gen, buffer));
        gen.writeEndArray();
        gen.writeArrayPropertyStart("links");
        for (Resource.Link link : resource.links()) {
            gen.writeStartObject();
            gen.writeStringProperty("to", link.to().toString());
            gen.writeStringProperty("label", link.label());
            gen.writeEndObject();
        }
        gen.writeEndArray();
        gen.writeEndObject();
    }

    private static void buffer(JsonGenerator gen, BufferState buffer) {
        gen.writeStartObject();
        gen.writeStringProperty("name", buffer.name());
        gen.writeNumberProperty("bytes", buffer.bytes());
        Json.limit(gen, "maxBytes", buffer.maxBytes());
        gen.writeNumberProperty("records", buffer.records());
        Json.limit(gen, "maxRecords", buffer.maxRecords());
        gen.writeNumberProperty("oldestSeconds", buffer.oldest().toNanos() / 1e9);
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
