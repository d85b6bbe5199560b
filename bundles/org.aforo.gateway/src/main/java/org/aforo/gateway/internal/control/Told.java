package org.aforo.gateway.internal.control;

import java.util.List;
import java.util.Map;

import org.aforo.api.Resource;
import tools.jackson.core.JsonGenerator;

/** What a resource tells of itself beside figures, as JSON: made once, written many times, as it hardly ever changes. */
record Told(String attributes, String links) {

    static Told of(Resource resource) {
        return of(resource.attributes(), resource.links());
    }

    private static Told of(Map<String, String> attributes, List<Resource.Link> links) {
        return new Told(Json.text(gen -> attributes(gen, attributes)), Json.text(gen -> links(gen, links)));
    }

    private static void attributes(JsonGenerator gen, Map<String, String> attributes) {
        gen.writeStartObject();
        attributes.forEach(gen::writeStringProperty);
        gen.writeEndObject();
    }

    private static void links(JsonGenerator gen, List<Resource.Link> links) {
        gen.writeStartArray();
        for (Resource.Link link : links) {
            gen.writeStartObject();
            gen.writeStringProperty("to", link.to().toString());
            gen.writeStringProperty("label", link.label());
            gen.writeEndObject();
        }
        gen.writeEndArray();
    }
}
