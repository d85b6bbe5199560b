package org.aforo.service.queues.internal.attributes;

import org.aforo.api.endpoint.AwsError;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Attributes whose value is a JSON object. */
final class Json {

    static final JsonMapper MAPPER = new JsonMapper();

    private Json() {
    }

    /** Reads an object. */
    static JsonNode object(String text, AwsError otherwise) throws AwsError {
        try {
            JsonNode node = MAPPER.readTree(text);
            if (node.isObject()) {
                return node;
            }
        } catch (JacksonException e) {
            throw otherwise;
        }
        throw otherwise;
    }
}
