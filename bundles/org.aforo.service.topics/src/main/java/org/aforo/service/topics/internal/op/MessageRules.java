package org.aforo.service.topics.internal.op;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import org.aforo.api.endpoint.AwsError;
import org.aforo.service.topics.internal.Errors;
import org.aforo.service.topics.internal.Json;
import org.aforo.service.topics.internal.TopicMeta;
import org.aforo.service.topics.internal.message.Message;
import org.aforo.service.topics.internal.message.MessageAttribute;

import tools.jackson.databind.JsonNode;

/**
 * What may be published.
 *
 * @param most  bytes of a message
 * @param trace what X-Ray follows it by, or null
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_Publish.html">Publish</a>
 */
record MessageRules(long most, String trace) {

    private static final int SUBJECT = 100;
    private static final Pattern ID = Pattern.compile("[\\x21-\\x7E]{1,128}");

    /** A message as it is given. */
    record Given(String message, String subject, String structure, Map<String, MessageAttributeValue> attributes,
            String deduplicationId, String groupId) {
    }

    /**
     * Checks what is said and makes a message of it, for no topic yet.
     *
     * @throws AwsError {@code InvalidParameter}, {@code ParameterValueInvalid}
     */
    Message read(Given given) {
        checkSubject(given.subject);
        if (given.message.isEmpty()) {
            throw Errors.parameter("Empty message");
        }
        Map<String, MessageAttribute> attributes = MessageAttributeValue.read(given.attributes);
        if (Message.size(given.message, attributes) > most) {
            throw Errors.parameter("Message too long");
        }
        boolean structured = given.structure != null && !given.structure.isEmpty();
        if (structured) {
            checkStructure(given.structure, given.message);
        }
        return new Message(UUID.randomUUID().toString(), given.subject, given.message, structured, attributes,
                given.groupId, given.deduplicationId, trace);
    }

    private static void checkSubject(String subject) {
        if (subject != null && (subject.isEmpty() || subject.length() > SUBJECT
                || subject.chars().anyMatch(Character::isISOControl))) {
            throw Errors.parameter("Subject");
        }
    }

    private static void checkStructure(String structure, String message) {
        if (!structure.equals("json")) {
            throw Errors.parameter("MessageStructure");
        }
        JsonNode texts = Json.objectOrNull(message);
        if (texts == null) {
            throw Errors.parameter("Message Structure - JSON message body failed to parse");
        }
        if (!texts.path("default").isString()) {
            throw Errors.parameter("Message Structure - No default entry in JSON message body");
        }
    }

    /**
     * The message as a topic takes it.
     *
     * @throws AwsError {@code InvalidParameter} when its ids aren't as the topic wants them
     */
    Message fit(Message message, TopicMeta topic) {
        checkIds(message.groupId(), message.deduplicationId(), topic);
        boolean byContent = topic.fifo() && message.deduplicationId() == null;
        return byContent ? message.as(hash(message.text())) : message;
    }

    private static void checkIds(String groupId, String deduplicationId, TopicMeta topic) {
        if (topic.fifo() && groupId == null) {
            throw Errors.parameter("The MessageGroupId parameter is required for FIFO topics");
        }
        if (topic.fifo() && deduplicationId == null && !topic.contentBased()) {
            throw Errors.parameter("The topic should either have ContentBasedDeduplication enabled or "
                    + "MessageDeduplicationId provided explicitly");
        }
        if (!topic.fifo() && deduplicationId != null) {
            throw Errors.parameter("MessageDeduplicationId Reason: The request includes MessageDeduplicationId "
                    + "parameter that is not valid for this topic type");
        }
        checkId("MessageGroupId", groupId);
        checkId("MessageDeduplicationId", deduplicationId);
    }

    private static void checkId(String name, String id) {
        if (id != null && !ID.matcher(id).matches()) {
            throw Errors.parameter(name + " Reason: " + name + " can only include alphanumeric and punctuation "
                    + "characters. 1 to 128 in length");
        }
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
