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
import java.util.function.Function;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads resources; what many of them share is one object. For one thread. */
final class ResourceReader {

    private static final int SHARED = 20_000;

    private final Map<String, String> shared = new HashMap<>();

    /**
     * Reads one.
     *
     * @param known what was told of a resource before, null for nothing: of the others, all members are there
     */
    ResourceState read(JsonParser json, Function<String, ResourceState> known) {
        Draft draft = new Draft();
        for (String member = json.nextName(); member != null; member = json.nextName()) {
            json.nextToken();
            switch (member) {
                case "arn" -> draft.begin(text(json), known);
                case "service" -> draft.service = share(text(json));
                case "kind" -> draft.kind = share(text(json));
                case "name" -> draft.name = text(json);
                case "parent" -> draft.parent = Optional.of(share(text(json))).filter(arn -> !arn.isEmpty());
                case "state" -> draft.state = share(text(json));
                case "attributes" -> draft.attributes = attributes(json);
                case "in" -> draft.in = FlowReader.read(json, draft.in);
                case "out" -> draft.out = FlowReader.read(json, draft.out);
                case "buffers" -> {
                    List<BufferView> before = draft.buffers;
                    draft.buffers = List.copyOf(list(json, buffer -> BufferReader.read(buffer, before)));
                }
                case "links" -> draft.links = List.copyOf(list(json, this::link));
                default -> json.skipChildren();
            }
        }
        return draft.state();
    }

    /** A resource as far as it is read. */
    private static final class Draft {
        private String arn = "";
        private String service = "";
        private String kind = "";
        private String name = "";
        private String state = "";
        private Optional<String> parent = Optional.empty();
        private Map<String, String> attributes = Map.of();
        private Flow in = FlowReader.NONE;
        private Flow out = FlowReader.NONE;
        private List<BufferView> buffers = List.of();
        private List<ResourceState.Link> links = List.of();

        /** The ARN comes first; what was known is what isn't told again. */
        void begin(String told, Function<String, ResourceState> known) {
            arn = told;
            ResourceState before = known.apply(told);
            if (before != null) {
                arn = before.arn();
                service = before.service();
                kind = before.kind();
                name = before.name();
                state = before.state();
                parent = before.parent();
                attributes = before.attributes();
                in = before.in();
                out = before.out();
                buffers = before.buffers();
                links = before.links();
            }
        }

        ResourceState state() {
            return new ResourceState(arn, service, kind, name, parent, state, attributes, in, out, buffers, links);
        }
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
