package org.aforo.service.topics.internal.delivery;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

import org.aforo.service.topics.internal.message.Message;
import org.aforo.service.topics.internal.message.MessageAttribute;
import org.aforo.service.topics.internal.message.Published;

/**
 * What one endpoint is to be given.
 *
 * @param subscription its ARN
 * @param text         for this endpoint's protocol
 * @param subject      or null
 * @param sequence     in a FIFO topic; null otherwise
 * @param token        what confirms, in requests to confirm; null otherwise
 * @param message      what was published; null in requests to confirm
 * @param style        how it is written
 */
public record Letter(Type type, String id, String topic, String subscription, String text, String subject,
        Instant time, Map<String, MessageAttribute> attributes, String sequence, String token, Message message,
        Style style) {

    /** Kinds, as endpoints are told. */
    public enum Type {
        NOTIFICATION("Notification"), CONFIRM("SubscriptionConfirmation"), ENDED("UnsubscribeConfirmation");

        private final String wire;

        Type(String wire) {
            this.wire = wire;
        }

        /** As in the envelope. */
        public String wire() {
            return wire;
        }
    }

    /**
     * How it is written.
     *
     * @param raw         without an envelope
     * @param signature   version: {@code 1} or {@code 2}
     * @param base        where the bench is reached: {@code http://localhost:4566}
     * @param certificate where the certificate's URL begins, as {@code base}
     * @param contentType what HTTP endpoints are told it is
     */
    public record Style(boolean raw, String signature, String base, String certificate, String contentType) {
    }

    /** A message that was published. */
    public static Letter of(Published published, String topic, boolean fifo, String subscription, String protocol,
            Style style) {
        Message message = published.message();
        return new Letter(Type.NOTIFICATION, message.id(), topic, subscription, message.textFor(protocol),
                message.subject(), published.time(), message.attributes(), fifo ? published.sequenceNumber() : null,
                null, message, style);
    }

    /** A request to confirm a subscription, or its end. */
    public static Letter asking(Type type, String id, String topic, String subscription, String token, Instant time,
            Style style) {
        String text = type == Type.CONFIRM
                ? "You have chosen to subscribe to the topic " + topic
                        + ".\nTo confirm the subscription, visit the SubscribeURL included in this message."
                : "You have chosen to deactivate subscription " + subscription
                        + ".\nTo cancel this operation and restore the subscription, visit the SubscribeURL included "
                        + "in this message.";
        return new Letter(type, id, topic, subscription, text, null, time, Map.of(), null, token, null, style);
    }

    /**
     * When it was published, as endpoints are told. A full second is told as a millisecond more: AWS writes three
     * digits always, and its verifier for Java signs none where all are 0.
     */
    public String timestamp() {
        Instant millis = time.truncatedTo(ChronoUnit.MILLIS);
        return (millis.getNano() == 0 ? millis.plusMillis(1) : millis).toString();
    }

    /** What confirms the subscription when it is opened. */
    public String subscribeUrl() {
        return style.base() + "/?Action=ConfirmSubscription&TopicArn=" + topic + "&Token=" + token;
    }

    /** What ends the subscription when it is opened. */
    public String unsubscribeUrl() {
        return style.base() + "/?Action=Unsubscribe&SubscriptionArn=" + subscription;
    }

    boolean inFifoTopic() {
        return sequence != null;
    }
}
