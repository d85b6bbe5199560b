package org.aforo.service.topics.internal.delivery;

import org.aforo.api.Arn;
import org.aforo.service.topics.internal.Json;

import tools.jackson.databind.JsonNode;

/**
 * Sends what can't be delivered to a queue, as a queue that subscribes so is sent it. Why it can't be is no part of it.
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
    public Outcome send(Arn topic, Arn queue, Letter letter) throws InterruptedException {
        return new QueueEndpoint(topic, queue, queues, envelopes).deliver(letter);
    }
}
