package org.aforo.gateway.internal.control;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import org.aforo.api.Resource;
import org.aforo.api.flow.BufferState;
import tools.jackson.core.JsonGenerator;

/** Writes resources and their buffers, whole or what changed of them. */
final class ResourceJson {

    private ResourceJson() {
    }

    static void write(JsonGenerator gen, String service, String arn, String kind, Look look) {
        gen.writeStartObject();
        gen.writeStringProperty("arn", arn);
        gen.writeStringProperty("service", service);
        gen.writeStringProperty("kind", kind);
        members(gen, null, look);
        gen.writeEndObject();
    }

    /** Writes the members that are others than before, the ARN first. */
    static void change(JsonGenerator gen, String arn, Look before, Look now) {
        gen.writeStartObject();
        gen.writeStringProperty("arn", arn);
        members(gen, before, now);
        gen.writeEndObject();
    }

    private static void members(JsonGenerator gen, Look before, Look now) {
        told(gen, before == null ? null : before.told(), now.told());
        if (before == null || !before.state().equals(now.state())) {
            gen.writeStringProperty("state", now.state());
        }
        if (before == null || !before.in().equals(now.in())) {
            gen.writeName("in");
            now.in().write(gen, before == null ? null : before.in());
        }
        if (before == null || !before.out().equals(now.out())) {
            gen.writeName("out");
            now.out().write(gen, before == null ? null : before.out());
        }
        if (before == null || !before.buffers().equals(now.buffers())) {
            gen.writeArrayPropertyStart("buffers");
            List<BufferState> known = before == null ? List.of() : before.buffers();
            now.buffers().forEach(buffer -> buffer(gen, find(known, buffer.name()), buffer));
            gen.writeEndArray();
        }
    }

    private static void told(JsonGenerator gen, Told before, Told now) {
        if (before == now) {
            return;
        }
        if (before == null || !before.name().equals(now.name())) {
            gen.writeStringProperty("name", now.name());
        }
        if (before == null || !Objects.equals(before.parent(), now.parent())) {
            gen.writeStringProperty("parent", now.parent() == null ? null : now.parent().toString());
        }
        if (before == null || !before.attributes().equals(now.attributes())) {
            attributes(gen, now.attributes());
        }
        if (before == null || !before.links().equals(now.links())) {
            links(gen, now.links());
        }
    }

    private static void attributes(JsonGenerator gen, Map<String, String> attributes) {
        gen.writeObjectPropertyStart("attributes");
        attributes.forEach(gen::writeStringProperty);
        gen.writeEndObject();
    }

    private static void links(JsonGenerator gen, List<Resource.Link> links) {
        gen.writeArrayPropertyStart("links");
        for (Resource.Link link : links) {
            gen.writeStartObject();
            gen.writeStringProperty("to", link.to().toString());
            gen.writeStringProperty("label", link.label());
            gen.writeEndObject();
        }
        gen.writeEndArray();
    }

    private static BufferState find(List<BufferState> buffers, String name) {
        for (BufferState buffer : buffers) {
            if (buffer.name().equals(name)) {
                return buffer;
            }
        }
        return null;
    }

    private static void buffer(JsonGenerator gen, BufferState before, BufferState now) {
        gen.writeStartObject();
        gen.writeStringProperty("name", now.name());
        if (!same(before, now, BufferState::kind)) {
            gen.writeStringProperty("kind", now.kind().name());
        }
        if (!same(before, now, BufferState::bytes)) {
            gen.writeNumberProperty("bytes", now.bytes());
        }
        if (!same(before, now, BufferState::maxBytes)) {
            Json.limit(gen, "maxBytes", now.maxBytes());
        }
        if (!same(before, now, BufferState::records)) {
            gen.writeNumberProperty("records", now.records());
        }
        if (!same(before, now, BufferState::maxRecords)) {
            Json.limit(gen, "maxRecords", now.maxRecords());
        }
        if (!same(before, now, BufferState::oldest)) {
            gen.writeName("oldestSeconds");
            Json.thousandths(gen, Json.thousandths(now.oldest().toNanos() / 1e9));
        }
        if (!same(before, now, BufferState::flushAt)) {
            Json.moment(gen, "flushAt", now.flushAt().orElse(null));
        }
        if (!same(before, now, BufferState::last)) {
            gen.writeName("lastFlush");
            now.last().ifPresentOrElse(flush -> flush(gen, flush), gen::writeNull);
        }
        gen.writeEndObject();
    }

    private static boolean same(BufferState before, BufferState now, Function<BufferState, Object> member) {
        return before != null && member.apply(before).equals(member.apply(now));
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
