package org.aforo.service.topics.internal;

import java.util.Map;
import java.util.Set;

import org.aforo.api.Arn;
import org.aforo.api.access.Access;
import org.aforo.api.access.AccessPolicy;
import org.aforo.api.access.AccessRequest;
import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;

/** Who may do what with a topic and its subscriptions. */
public final class TopicAccess {

    /**
     * What a topic's policy can't be about, and so is its owner's.
     *
     * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-language-api-permissions-reference.html">
     *      Valid actions</a>
     */
    private static final Set<String> OWNERS = Set.of("TagResource", "UntagResource");
    /** What the owner can do whatever the policy says, so that one which shuts everybody out can be undone. */
    private static final Set<String> UNLOCKING = Set.of("GetTopicAttributes", "SetTopicAttributes",
            "RemovePermission");
    private static final String SERVICE = "SNS:";

    private TopicAccess() {
    }

    /**
     * Lets a call pass, or not.
     *
     * @param action as policies name it, without the service
     * @param keys   condition keys of SNS, in small letters
     * @throws AwsError {@code AuthorizationError}
     */
    public static void check(Topic topic, Call call, String action, Map<String, String> keys) {
        AccessPolicy policy = topic.policy();
        String owner = topic.meta().account();
        if (Access.isPlain(policy, owner, call)) {
            return;
        }
        boolean own = owner.equals(call.account());
        if (!own || !UNLOCKING.contains(action)) {
            refuse(own || !OWNERS.contains(action) ? policy : null,
                    new AccessRequest(call, SERVICE + action, topic.arn(), keys));
        }
    }

    /**
     * Lets who owns a subscription or its topic pass.
     *
     * @throws AwsError {@code AuthorizationError}
     */
    public static void check(Subscription subscription, Call call, String action) {
        Arn arn = subscription.arn();
        if (!call.account().equals(subscription.meta().owner()) && !call.account().equals(arn.account())) {
            refuse(null, new AccessRequest(call, SERVICE + action, arn));
        }
    }

    private static void refuse(AccessPolicy policy, AccessRequest request) {
        Access.refusal(policy, request).ifPresent(why -> {
            throw Errors.denied(why);
        });
    }
}
