package org.aforo.service.topics.internal;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

import org.aforo.api.Arn;

/**
 * A subscription as it is kept.
 *
 * @param topic         ARN
 * @param id            the end of its ARN
 * @param owner         account of who subscribed
 * @param base          where who subscribed reached the bench; empty when that isn't known
 * @param token         what confirms it; null when nothing does any more
 * @param told          whether the request to confirm reached the endpoint
 * @param authenticated whether it was confirmed with a signature
 * @param guarded       whether only its owner may end it
 * @param attributes    those that were set, by AWS's names
 */
public record SubscriptionMeta(String topic, String id, String owner, String protocol, String endpoint, String base,
        State state, Instant created, String token, boolean told, boolean authenticated, boolean guarded,
        Map<String, String> attributes) {

    /** How far its life has come. */
    public enum State {
        /** Waits to be confirmed; gets nothing. */
        PENDING,
        /** Gets what is published. */
        CONFIRMED,
        /** Was ended by who needn't own it, and can be restored with its token for a while. */
        ENDED
    }

    String key() {
        Arn topicArn = Arn.parse(topic);
        return TopicMeta.key(topicArn.account(), topicArn.region(), topicArn.resource()) + '/' + id;
    }

    /** The ARN. */
    public Arn arn() {
        return Arn.parse(topic + ':' + id);
    }

    /** Whether it gets what is published. */
    public boolean confirmed() {
        return state == State.CONFIRMED;
    }

    /** Whether messages come without SNS's envelope. */
    public boolean raw() {
        return "true".equals(attributes.get("RawMessageDelivery"));
    }

    /** The same in another state, with another token. */
    public SubscriptionMeta with(State now, String newToken, boolean signed) {
        return new SubscriptionMeta(topic, id, owner, protocol, endpoint, base, now, created, newToken,
                now == State.CONFIRMED, signed, guarded, attributes);
    }

    /** The same, ended at a moment. */
    SubscriptionMeta ended(String newToken, Instant at) {
        return new SubscriptionMeta(topic, id, owner, protocol, endpoint, base, State.ENDED, at, newToken, false,
                authenticated, guarded, attributes);
    }

    /** The same once its endpoint was told how to confirm. */
    SubscriptionMeta reached() {
        return new SubscriptionMeta(topic, id, owner, protocol, endpoint, base, state, created, token, true,
                authenticated, guarded, attributes);
    }

    /** The same, which only its owner may end. */
    public SubscriptionMeta guard(boolean now) {
        return new SubscriptionMeta(topic, id, owner, protocol, endpoint, base, state, created, token, told,
                authenticated, now, attributes);
    }

    /** The same with an attribute set, or gone when {@code value} is null or empty. */
    public SubscriptionMeta with(String attribute, String value) {
        Map<String, String> all = new TreeMap<>(attributes);
        if (value == null || value.isEmpty()) {
            all.remove(attribute);
        } else {
            all.put(attribute, value);
        }
        return new SubscriptionMeta(topic, id, owner, protocol, endpoint, base, state, created, token, told,
                authenticated, guarded, all);
    }
}
