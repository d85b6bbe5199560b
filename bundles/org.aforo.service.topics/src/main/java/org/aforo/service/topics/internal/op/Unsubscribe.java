package org.aforo.service.topics.internal.op;

import java.util.Optional;
import java.util.Set;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.topics.internal.Errors;
import org.aforo.service.topics.internal.Subscription;
import org.aforo.service.topics.internal.TopicAccess;
import org.aforo.service.topics.internal.Topics;

/**
 * Ends a subscription; one that isn't there is ended already. Who opens the link in a message needn't be its owner:
 * its endpoint is told then, and can restore it.
 */
public record Unsubscribe(Topics topics) {

    private static final Set<String> TOLD = Set.of("http", "https", "email", "email-json");

    /** As in the model. */
    public record Input(String subscriptionArn) {
    }

    public Void handle(Input in, Call call) throws AwsError {
        Optional<Subscription> found = topics.findSubscription(Arns.subscriptionArn(in.subscriptionArn));
        if (found.isEmpty()) {
            return null;
        }
        Subscription subscription = found.get();
        boolean signed = !call.accessKey().isEmpty() || call.endpoint().isEmpty();
        if (signed) {
            TopicAccess.check(subscription, call, "Unsubscribe");
        } else if (subscription.meta().guarded()) {
            throw Errors.notAuthorized("SNS:Unsubscribe", in.subscriptionArn);
        }
        if (!signed && subscription.meta().confirmed() && TOLD.contains(subscription.meta().protocol())) {
            topics.end(subscription, Tokens.next());
        } else {
            topics.unsubscribe(subscription);
        }
        return null;
    }
}
