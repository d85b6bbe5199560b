package org.aforo.service.topics.internal.delivery;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

import org.aforo.service.topics.internal.Json;
import org.aforo.service.topics.internal.message.MessageAttribute;

/**
 * The JSON that endpoints are sent.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-message-and-json-formats.html">Formats</a>
 */
public record Envelopes(Signer signer) {

    private static final String TYPE = "Type";
    private static final String MESSAGE_ID = "MessageId";
    private static final String SUBJECT = "Subject";
    private static final String MESSAGE = "Message";
    private static final String TIMESTAMP = "Timestamp";
    private static final String TOPIC = "TopicArn";

    /** What queues and HTTP endpoints are sent: the text itself, or a signed envelope. */
    String body(Letter letter) {
        return letter.style().raw() && letter.type() == Letter.Type.NOTIFICATION ? letter.text() : envelope(letter);
    }

    /** A signed envelope; in FIFO topics AWS signs none. */
    String envelope(Letter letter) {
        Map<String, String> members = new LinkedHashMap<>();
        text(members, TYPE, letter.type().wire());
        text(members, MESSAGE_ID, letter.id());
        text(members, "Token", letter.token());
        text(members, "SequenceNumber", letter.sequence());
        text(members, TOPIC, letter.topic());
        text(members, SUBJECT, letter.subject());
        text(members, MESSAGE, letter.text());
        text(members, "SubscribeURL", letter.token() == null ? null : letter.subscribeUrl());
        text(members, TIMESTAMP, letter.timestamp());
        if (!letter.inFifoTopic()) {
            text(members, "SignatureVersion", letter.style().signature());
            text(members, "Signature", signer.sign(letter));
            text(members, "SigningCertURL", signer.certificateUrl(letter));
        }
        if (letter.token() == null) {
            text(members, "UnsubscribeURL", letter.unsubscribeUrl());
        }
        if (!letter.attributes().isEmpty()) {
            members.put("MessageAttributes", attributes(letter, ",\n    ", "{\n    ", "\n  }"));
        }
        StringJoiner json = new StringJoiner(",\n  ", "{\n  ", "\n}");
        members.forEach((name, value) -> json.add('"' + name + "\" : " + value));
        return json.toString();
    }

    /** A line of what delivery streams are given: neither signed nor spread over lines. */
    String line(Letter letter) {
        Map<String, String> members = new LinkedHashMap<>();
        text(members, TYPE, letter.type().wire());
        text(members, MESSAGE_ID, letter.id());
        text(members, TOPIC, letter.topic());
        text(members, SUBJECT, letter.subject());
        text(members, MESSAGE, letter.text());
        text(members, TIMESTAMP, letter.timestamp());
        text(members, "UnsubscribeURL", letter.unsubscribeUrl());
        if (!letter.attributes().isEmpty()) {
            members.put("MessageAttributes", attributes(letter, ",", "{", "}"));
        }
        return object(members) + '\n';
    }

    /**
     * The event that functions are given. AWS tells version 1 there whatever the topic's is, and signs by the topic's.
     *
     * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html">The event</a>
     */
    String event(Letter letter) {
        Map<String, String> sns = new LinkedHashMap<>();
        text(sns, "SignatureVersion", "1");
        text(sns, TIMESTAMP, letter.timestamp());
        text(sns, "Signature", signer.sign(letter));
        text(sns, "SigningCertUrl", signer.certificateUrl(letter));
        text(sns, MESSAGE_ID, letter.id());
        text(sns, MESSAGE, letter.text());
        sns.put("MessageAttributes", attributes(letter, ",", "{", "}"));
        text(sns, TYPE, letter.type().wire());
        text(sns, "UnsubscribeUrl", letter.unsubscribeUrl());
        text(sns, TOPIC, letter.topic());
        sns.put(SUBJECT, letter.subject() == null ? "null" : Json.quoted(letter.subject()));
        Map<String, String> event = new LinkedHashMap<>();
        text(event, "EventSource", "aws:sns");
        text(event, "EventVersion", "1.0");
        text(event, "EventSubscriptionArn", letter.subscription());
        event.put("Sns", object(sns));
        return "{\"Records\":[" + object(event) + "]}";
    }

    private static void text(Map<String, String> members, String name, String text) {
        if (text != null) {
            members.put(name, Json.quoted(text));
        }
    }

    private static String object(Map<String, String> members) {
        StringJoiner json = new StringJoiner(",", "{", "}");
        members.forEach((name, value) -> json.add('"' + name + "\":" + value));
        return json.toString();
    }

    private static String attributes(Letter letter, String between, String before, String after) {
        StringJoiner json = new StringJoiner(between, before, after);
        for (Map.Entry<String, MessageAttribute> each : letter.attributes().entrySet()) {
            json.add(Json.quoted(each.getKey()) + ":{\"Type\":" + Json.quoted(each.getValue().type()) + ",\"Value\":"
                    + Json.quoted(each.getValue().value()) + '}');
        }
        return json.toString();
    }
}
