package org.aforo.service.queues.internal.op;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.queues.internal.Errors;
import org.aforo.service.queues.internal.QueueName;
import org.aforo.service.queues.internal.QueueUrl;
import org.aforo.service.queues.internal.Queues;
import org.aforo.service.queues.internal.attributes.Policies;

/**
 * AddPermission.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_AddPermission.html">
 *      API reference</a>
 */
public record AddPermission(Queues queues) {

    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9_-]{1,80}");
    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
    private static final Set<String> SHARED = Set.of("*", "SendMessage", "ReceiveMessage", "DeleteMessage",
            "ChangeMessageVisibility", "GetQueueAttributes", "GetQueueUrl", "ListDeadLetterSourceQueues", "PurgeQueue");

    public record Input(String queueUrl, String label, List<String> aWSAccountIds, List<String> actions) {
        public String resource() {
            return QueueUrl.shortName(queueUrl);
        }
    }

    public Void handle(Input in, Call call) throws AwsError {
        QueueName name = queues.find(in.queueUrl, call, "AddPermission").fullName();
        check(in, queues.limits().policyActions.getAsLong());
        queues.change(name, settings -> Policies.with(settings, queues, name.arn(), in.label,
                in.aWSAccountIds, in.actions));
        return null;
    }

    private static void check(Input in, long mostActions) throws AwsError {
        if (!LABEL.matcher(in.label).matches()) {
            throw Errors.invalid(in.label, "Label",
                    "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length");
        }
        if (in.aWSAccountIds.isEmpty()) {
            throw Errors.missing("PrincipalId");
        }
        if (in.actions.isEmpty()) {
            throw Errors.missing("Actions");
        }
        for (String account : in.aWSAccountIds) {
            if (!ACCOUNT.matcher(account).matches()) {
                throw Errors.invalid(in.aWSAccountIds, "PrincipalId", "Unable to verify.");
            }
        }
        if (in.actions.size() > mostActions) {
            throw Errors.overLimit(in.actions.size() + " Actions were found, maximum allowed is " + mostActions + '.');
        }
        in.actions.forEach(AddPermission::checkAction);
    }

    private static void checkAction(String action) throws AwsError {
        if (Queues.isOwners(action)) {
            throw Errors.invalid("SQS:" + action, "ActionName",
                    "Only the queue owner is allowed to invoke this action.");
        }
        if (!SHARED.contains(action)) {
            throw Errors.invalid("SQS:" + action, "ActionName",
                    "Please refer to the appropriate WSDL for a list of valid actions. ");
        }
    }
}
