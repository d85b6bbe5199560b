package org.aforo.api.access;

import java.util.Optional;

import org.aforo.api.access.AccessPolicy.Decision;
import org.aforo.api.endpoint.Call;

/**
 * The rule by which requests are let in. Every caller is its account's administrator: within an account all is allowed
 * that no policy denies, and across accounts nothing that no policy allows. A service of the bench is let in by what its
 * own account has without a policy; where there is one, it must be allowed.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy
 *      evaluation</a>
 */
public final class Access {

    private Access() {
    }

    /** Whether nothing needs to be asked, as mostly: there is no policy, and the caller is of the owner's account. */
    public static boolean isPlain(AccessPolicy policy, String owner, Call call) {
        return policy == null && owner.equals(call.account());
    }

    /**
     * Why a request isn't let in, in AWS's words.
     *
     * @param policy the resource's; null for none
     * @return empty when it is let in
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html">Access denied</a>
     */
    public static Optional<String> refusal(AccessPolicy policy, AccessRequest request) {
        Call call = request.call();
        boolean own = request.resource().account().equals(call.account());
        Decision decision = policy == null ? Decision.NOT_MENTIONED : policy.decide(request);
        return switch (decision) {
            case ALLOWED -> Optional.empty();
            case DENIED -> Optional.of(told(request) + " with an explicit deny in a resource-based policy");
            case NOT_MENTIONED -> own && (policy == null || call.by() == null) ? Optional.empty()
                    : Optional.of(told(request) + " because no resource-based policy allows the " + request.action()
                            + " action");
        };
    }

    private static String told(AccessRequest request) {
        return "User: " + request.call().principal() + " is not authorized to perform: " + request.action()
                + " on resource: " + request.resource();
    }
}
