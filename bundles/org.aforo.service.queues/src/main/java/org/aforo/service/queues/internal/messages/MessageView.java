package org.aforo.service.queues.internal.messages;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.aforo.api.endpoint.AwsError;
import org.aforo.service.queues.internal.Errors;
import org.aforo.service.queues.internal.MessageAttribute;
import org.aforo.service.queues.internal.Received;
import org.aforo.service.queues.internal.StoredMessage;

/**
 * Messages as a receive tells them: with the attributes that it asks for.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html">
 *      ReceiveMessage</a>
 */
public final class MessageView {

    private static final String ALL = "All";
    private static final String WILD = ".*";
    private static final Set<String> SYSTEM = Set.of(ALL, "SenderId", "SentTimestamp", "ApproximateReceiveCount",
            "ApproximateFirstReceiveTimestamp", "SequenceNumber", "MessageDeduplicationId", "MessageGroupId",
            TraceHeader.NAME, "DeadLetterQueueSourceArn");

    private final List<String> system;
    private final List<String> names;

    /**
     * @param system system attributes asked for
     * @param names  message attributes asked for: names, beginnings with {@code .*}, or {@code All}
     * @throws AwsError {@code InvalidAttributeName}
     */
    public MessageView(List<String> system, List<String> names) throws AwsError {
        for (String name : system) {
            if (!SYSTEM.contains(name)) {
                throw Errors.unknownAttribute(name);
            }
        }
        this.system = system;
        this.names = names;
    }

    public DeliveredMessage of(Received received) {
        StoredMessage message = received.message();
        Map<String, MessageAttribute> chosen = chosen(message.attributes());
        return new DeliveredMessage(received.messageId(), received.receiptHandle(),
                Md5.of(message.body().getBytes(StandardCharsets.UTF_8)), message.body(), system(received),
                Md5.of(chosen), told(chosen));
    }

    private Map<String, MessageAttribute> chosen(Map<String, MessageAttribute> attributes) {
        if (names.isEmpty() || attributes.isEmpty()) {
            return Map.of();
        }
        Map<String, MessageAttribute> chosen = new LinkedHashMap<>(attributes);
        chosen.keySet().removeIf(name -> names.stream().noneMatch(asked -> matches(asked, name)));
        return chosen;
    }

    private static boolean matches(String asked, String name) {
        return asked.equals(ALL) || asked.equals(name)
                || asked.endsWith(WILD) && name.startsWith(asked.substring(0, asked.length() - WILD.length()));
    }

    private static Map<String, AttributeValue> told(Map<String, MessageAttribute> attributes) {
        if (attributes.isEmpty()) {
            return null;
        }
        Map<String, AttributeValue> told = new LinkedHashMap<>();
        attributes.forEach((name, value) -> told.put(name, new AttributeValue(value.stringValue(), value.binaryValue(),
                null, null, value.dataType())));
        return told;
    }

    private Map<String, String> system(Received received) {
        if (system.isEmpty()) {
            return null;
        }
        StoredMessage message = received.message();
        Map<String, String> all = new LinkedHashMap<>();
        put(all, "SenderId", message.senderId());
        put(all, "SentTimestamp", message.sentAt());
        put(all, "ApproximateReceiveCount", received.receiveCount());
        put(all, "ApproximateFirstReceiveTimestamp", received.firstReceivedAt());
        put(all, "SequenceNumber", received.sequenceNumber());
        put(all, "MessageDeduplicationId", message.dedupId());
        put(all, "MessageGroupId", message.groupId());
        put(all, TraceHeader.NAME, message.traceHeader());
        put(all, "DeadLetterQueueSourceArn", message.source());
        return all.isEmpty() ? null : all;
    }

    private void put(Map<String, String> all, String name, Object value) {
        if (value != null && (system.contains(ALL) || system.contains(name))) {
            all.put(name, value.toString());
        }
    }
}
