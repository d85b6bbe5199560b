package org.aforo.service.queues.internal;

import java.util.Locale;
import java.util.Set;

import org.aforo.api.access.Access;
import org.aforo.api.access.AccessPolicy;
import org.aforo.api.access.AccessRequest;
import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;

/** Who may do what with a queue. */
final class QueueAccess {

    /**
     * What other accounts can't be let do.
     *
     * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-customer-managed-policy-examples.html#grant-cross-account-permissions-to-role-and-user-name">
     *      Actions that aren't shared</a>
     */
    private static final Set<String> OWNERS = Set.of("AddPermission", "CancelMessageMoveTask", "CreateQueue",
            "DeleteQueue", "ListMessageMoveTasks", "ListQueues", "ListQueueTags", "RemovePermission",
            "SetQueueAttributes", "StartMessageMoveTask", "TagQueue", "UntagQueue");
    /**
     * What the owner's root can do whatever a policy says, so that a policy which shuts everybody out can be undone.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user-privileged-task.html">Unlocking a queue</a>
     */
    private static final Set<String> UNLOCKING = Set.of("GetQueueAttributes", "GetQueueUrl", "RemovePermission",
            "SetQueueAttributes");
    private static final String BATCH = "Batch";

    private QueueAccess() {
    }

    /** Whether an action is its owner's alone. */
    static boolean isOwners(String action) {
        return OWNERS.contains(action);
    }

    /**
     * Lets a call pass, or not.
     *
     * @throws AwsError {@code AccessDenied}
     */
    static void check(Queue queue, Call call, String operation) throws AwsError {
        AccessPolicy policy = queue.policy();
        if (!Access.isPlain(policy, queue.fullName().account(), call)) {
            checkPolicy(policy, queue, call, operation);
        }
    }

    private static void checkPolicy(AccessPolicy policy, Queue queue, Call call, String operation) throws AwsError {
        boolean own = call.by() == null && queue.fullName().account().equals(call.account());
        if (own && UNLOCKING.contains(operation)) {
            return;
        }
        String action = operation.endsWith(BATCH) ? operation.substring(0, operation.length() - BATCH.length())
                : operation;
        AccessRequest request = new AccessRequest(call, "sqs:" + action.toLowerCase(Locale.ROOT), queue.arn());
        Access.refusal(own || !OWNERS.contains(action) ? policy : null, request).ifPresent(why -> {
            throw Errors.denied(why);
        });
    }
}
