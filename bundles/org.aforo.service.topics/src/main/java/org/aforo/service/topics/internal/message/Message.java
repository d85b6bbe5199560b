package org.aforo.service.topics.internal.message;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import org.aforo.service.topics.internal.Json;

import tools.jackson.databind.JsonNode;

/**
 * A message as it was published.
 *
 * @param id              as answered
 * @param subject         or null
 * @param text            as given
 * @param structured      whether the text is JSON with a text for each protocol
 * @param attributes      by name, in the order given
 * @param groupId         or null
 * @param deduplicationId or null; the content's when the topic makes it
 * @param trace           what X-Ray follows it by, or null
 */
public record Message(String id, String subject, String text, boolean structured,
        Map<String, MessageAttribute> attributes, String groupId, String deduplicationId, String trace) {

    /** What is told those who subscribed with a protocol. */
    public String textFor(String protocol) {
        if (!structured) {
            return text;
        }
        JsonNode texts = Json.read(text);
        JsonNode own = texts.get(protocol);
        return own != null && own.isString() ? own.stringValue() : texts.get("default").stringValue();
    }

    /** The same under another deduplication id. */
    public Message as(String otherId) {
        return new Message(id, subject, text, structured, attributes, groupId, otherId, trace);
    }

    /** Its size as AWS counts it: text and attributes. */
    public long size() {
        return size(text, attributes);
    }

    /** The size of a message that is going to be. */
    public static long size(String text, Map<String, MessageAttribute> attributes) {
        long size = text.getBytes(StandardCharsets.UTF_8).length;
        for (Map.Entry<String, MessageAttribute> each : attributes.entrySet()) {
            size += each.getKey().getBytes(StandardCharsets.UTF_8).length + each.getValue().size();
        }
        return size;
    }

    /** A message that is nothing but text. */
    public static Message of(String id, String text, String groupId, String deduplicationId) {
        return new Message(id, null, text, false, new LinkedHashMap<>(), groupId, deduplicationId, null);
    }
}
