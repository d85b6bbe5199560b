package org.aforo.service.topics.internal;

import org.aforo.api.Arn;
import org.aforo.service.topics.internal.delivery.DeadLetters;
import org.aforo.service.topics.internal.delivery.DeliveryPolicy;
import org.aforo.service.topics.internal.delivery.Endpoints;
import org.aforo.service.topics.internal.delivery.Letter.Style;
import org.aforo.service.topics.internal.delivery.RetryPolicy;
import org.aforo.service.topics.internal.filter.FilterPolicy;

/**
 * What a subscription's and its topic's attributes come to.
 *
 * @param filter      null for all messages
 * @param deadLetters queue of those that can't be delivered; null for none
 * @param perSecond   deliveries in a second; {@link Long#MAX_VALUE} for as many as there are
 * @param signature   version
 * @param reached     where who subscribed reached the bench; empty when that isn't known
 * @param certificate where the certificate's URL begins; null for where the bench is reached
 */
record Plan(FilterPolicy filter, RetryPolicy retries, Arn deadLetters, long perSecond, boolean raw, String signature,
        String reached, String certificate, String contentType) {

    /** Where a topic's tag lets the certificate's URL begin, for verifiers that take no other host than AWS's. */
    static final String CERTIFICATE_TAG = "aforo:signing-cert-url";

    static Plan of(TopicMeta topic, SubscriptionMeta subscription) {
        boolean web = subscription.protocol().startsWith("http");
        DeliveryPolicy policy = web ? DeliveryPolicy.of(topic, subscription) : DeliveryPolicy.DEFAULT;
        return new Plan(filter(subscription, ""),
                web ? policy.retries() : Endpoints.retries(subscription.protocol()),
                DeadLetters.queue(subscription.attributes().get("RedrivePolicy")),
                policy.perSecond() == null ? Long.MAX_VALUE : policy.perSecond(), subscription.raw(),
                topic.signatureVersion(), subscription.base(), topic.tags().get(CERTIFICATE_TAG),
                policy.contentTypeOrDefault());
    }

    /**
     * How letters are written.
     *
     * @param base where the bench is reached otherwise
     */
    Style style(String base) {
        String from = reached.isEmpty() ? base : reached;
        return new Style(raw, signature, from, certificate == null ? from : certificate, contentType);
    }

    /** The filter of a subscription's attributes, or null. */
    static FilterPolicy filter(SubscriptionMeta subscription, String prefix) {
        return FilterPolicy.of(subscription.attributes().get("FilterPolicy"),
                FilterPolicy.BODY.equals(subscription.attributes().get("FilterPolicyScope")), prefix);
    }
}
