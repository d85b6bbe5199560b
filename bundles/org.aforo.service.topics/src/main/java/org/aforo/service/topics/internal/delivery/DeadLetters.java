package org.aforo.service.topics.internal.delivery;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.aforo.api.Arn;
import org.aforo.service.topics.internal.Json;

import tools.jackson.databind.JsonNode;

/**
 * Sends what can't be delivered to a queue, with why.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-dead-letter-queues.html">Dead-letter queues</a>
 */
public record DeadLetters(Queues queues, Envelopes envelopes) {

    /** The queue that a redrive policy names; null when there is no policy. */
    public static Arn queue(String redrivePolicy) {
        if (redrivePolicy == null) {
            return null;
        }
        JsonNode policy = Json.objectOrNull(redrivePolicy);
        return policy == null ? null : Arn.parse(policy.get("deadLetterTargetArn").stringValue());
    }

    /** Sends a letter that failed. */
    public Outcome send(Arn queue, Letter letter, Outcome.Failed why) throws InterruptedException {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("RequestID", text(UUID.randomUUID().toString()));
        attributes.put("ErrorCode", text(why.code()));
        attributes.put("ErrorMessage", text(why.message().isEmpty() ? why.code() : why.message()));
        return queues.send(queue, envelopes.body(letter), attributes, letter.message());
    }

    private static Map<String, Object> text(String value) {
        return Map.of("DataType", "String", "StringValue", value);
    }
}
