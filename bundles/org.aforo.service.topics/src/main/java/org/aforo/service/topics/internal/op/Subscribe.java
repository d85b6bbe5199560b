package org.aforo.service.topics.internal.op;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.aforo.api.Arn;
import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.topics.internal.Errors;
import org.aforo.service.topics.internal.Subscription;
import org.aforo.service.topics.internal.SubscriptionMeta;
import org.aforo.service.topics.internal.SubscriptionMeta.State;
import org.aforo.service.topics.internal.Topic;
import org.aforo.service.topics.internal.Topics;

/**
 * Subscribes an endpoint, or finds its subscription. Web endpoints and mailboxes are asked to confirm, and so are
 * queues of other accounts.
 */
public record Subscribe(Topics topics) {

    private static final Set<String> ASKED = Set.of("http", "https", "email", "email-json");

    /** As in the model. */
    public record Input(String topicArn, String protocol, String endpoint, Map<String, String> attributes,
            Boolean returnSubscriptionArn) {
    }

    /** As in the model. */
    public record Output(String subscriptionArn) {
    }

    public Output handle(Input in, Call call) throws AwsError {
        Topic topic = Arns.topic(topics, in.topicArn, call, "Subscribe", keys(in));
        EndpointRules.check(in.protocol, in.endpoint, topic.meta().fifo());
        SubscriptionMeta meta = attributes(topic, in, made(topic, in, call));
        synchronized (topics) {
            Optional<Subscription> there = topic.subscriptions().stream().filter(each -> isAlike(each, in)).findAny();
            if (there.isPresent()) {
                return again(there.get(), in, meta);
            }
            LargeMessages.checkOneMore(topic, in.protocol);
            return output(topics.subscribe(topic, meta), in);
        }
    }

    private static Map<String, String> keys(Input in) {
        return in.endpoint == null ? Map.of("sns:protocol", in.protocol)
                : Map.of("sns:protocol", in.protocol, "sns:endpoint", in.endpoint);
    }

    private static boolean isAlike(Subscription subscription, Input in) {
        SubscriptionMeta meta = subscription.meta();
        return meta.state() != State.ENDED && meta.protocol().equals(in.protocol)
                && meta.endpoint().equals(in.endpoint);
    }

    private Output again(Subscription there, Input in, SubscriptionMeta asked) {
        for (String name : given(in).keySet()) {
            if (!SubscriptionAttributes.value(asked, name).equals(SubscriptionAttributes.value(there.meta(), name))) {
                throw Errors.parameter("Attributes Reason: Subscription already exists with different attributes");
            }
        }
        if (!there.meta().confirmed()) {
            topics.ask(there);
        }
        return output(there, in);
    }

    private static Map<String, String> given(Input in) {
        return in.attributes == null ? Map.of() : in.attributes;
    }

    private SubscriptionMeta made(Topic topic, Input in, Call call) {
        boolean asked = ASKED.contains(in.protocol) || !isOwn(in, call);
        return new SubscriptionMeta(topic.arn().toString(), UUID.randomUUID().toString(), call.account(), in.protocol,
                in.endpoint, call.endpoint(), asked ? State.PENDING : State.CONFIRMED, topics.bench().clock().now(),
                asked ? Tokens.next() : null, false, !asked, false, Map.of());
    }

    private static boolean isOwn(Input in, Call call) {
        Arn queue = in.protocol.equals("sqs") ? Arns.of("sqs", in.endpoint) : null;
        return queue == null || queue.account().equals(call.account());
    }

    private static SubscriptionMeta attributes(Topic topic, Input in, SubscriptionMeta meta) {
        SubscriptionMeta all = meta;
        for (Map.Entry<String, String> each : given(in).entrySet()) {
            all = SubscriptionAttributes.SUBSCRIBE.put(all, topic.meta(), each.getKey(), each.getValue());
        }
        return SubscriptionAttributes.SUBSCRIBE.checked(all);
    }

    private static Output output(Subscription subscription, Input in) {
        boolean told = subscription.meta().confirmed() || Boolean.TRUE.equals(in.returnSubscriptionArn);
        return new Output(told ? subscription.arn().toString() : "pending confirmation");
    }
}
