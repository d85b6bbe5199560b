package org.aforo.service.topics.internal.delivery;

import java.net.URI;

import org.aforo.api.Arn;
import org.aforo.api.Bench;
import org.aforo.service.topics.internal.SubscriptionMeta;

/** What subscriptions deliver with. */
public record Endpoints(Bench bench, Queues queues, Web web, Outboxes outboxes, Envelopes envelopes) {

    /** The endpoint of a subscription, whose parts were found good when it was made. */
    public Endpoint of(SubscriptionMeta subscription) {
        String endpoint = subscription.endpoint();
        Arn topic = Arn.parse(subscription.topic());
        return switch (subscription.protocol()) {
            case "sqs" -> new QueueEndpoint(topic, Arn.parse(endpoint), queues, envelopes);
            case "firehose" -> new StreamEndpoint(Arn.parse(endpoint), bench.destinations(), envelopes);
            case "http", "https" -> new WebEndpoint(URI.create(endpoint), web, envelopes);
            case "lambda" -> new FunctionEndpoint(URI.create(endpoint), web, envelopes);
            case "email", "email-json", "sms" -> new MailEndpoint(subscription.protocol(), endpoint,
                    outboxes.of(topic.account(), topic.region()), envelopes);
            default -> throw new IllegalStateException("Nothing delivers by " + subscription.protocol());
        };
    }

    /** The retries that AWS has for a protocol that doesn't let one say. */
    public static RetryPolicy retries(String protocol) {
        return switch (protocol) {
            case "email", "email-json", "sms" -> RetryPolicy.CUSTOMER;
            default -> RetryPolicy.MANAGED;
        };
    }
}
