package org.aforo.client;

import static org.aforo.client.FrameReader.list;
import static org.aforo.client.FrameReader.moment;
import static org.aforo.client.FrameReader.text;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads resources; what many of them share is one object. For one thread. */
final class ResourceReader {

    private static final int SHARED = 20_000;

    private final Map<String, String> shared = new HashMap<>();

    ResourceState read(JsonParser json) {
        String arn = "";
        String service = "";
        String kind = "";
        String name = "";
        String state = "";
        String parent = "";
        Map<String, String> attributes = Map.of();
        Flow in = FlowReader.NONE;
        Flow out = FlowReader.NONE;
        List<BufferView> buffers = List.of();
        List<ResourceState.Link> links = List.of();
        for (String member = json.nextName(); member != null; member = json.nextName()) {
            json.nextToken();
            switch (member) {
                case "arn" -> arn = text(json);
                case "service" -> service = share(text(json));
                case "kind" -> kind = share(text(json));
                case "name" -> name = text(json);
                case "parent" -> parent = share(text(json));
                case "state" -> state = share(text(json));
                case "attributes" -> attributes = attributes(json);
                case "in" -> in = FlowReader.read(json);
                case "out" -> out = FlowReader.read(json);
                case "buffers" -> buffers = list(json, BufferReader::read);
                case "links" -> links = list(json, this::link);
                default -> json.skipChildren();
            }
        }
        return new ResourceState(arn, service, kind, name, parent.isEmpty() ? Optional.empty() : Optional.of(parent),
                state, attributes, in, out, List.copyOf(buffers), List.copyOf(links));
    }

    private Map<String, String> attributes(JsonParser json) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (String member = json.nextName(); member != null; member = json.nextName()) {
            json.nextToken();
            attributes.put(member, text(json));
            json.skipChildren();
        }
        return attributes.isEmpty() ? Map.of() : Collections.unmodifiableMap(attributes);
    }

    private ResourceState.Link link(JsonParser json) {
        String to = "";
        String label = "";
        for (String member = json.nextName(); member != null; member = json.nextName()) {
            json.nextToken();
            switch (member) {
                case "to" -> to = share(text(json));
                case "label" -> label = share(text(json));
                default -> json.skipChildren();
            }
        }
        return new ResourceState.Link(to, label);
    }

    private String share(String text) {
        if (shared.size() > SHARED) {
            shared.clear();
        }
        String known = shared.putIfAbsent(text, text);
        return known == null ? text : known;
    }
}
