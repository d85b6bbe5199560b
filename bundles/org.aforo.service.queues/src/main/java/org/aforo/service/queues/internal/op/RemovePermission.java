package org.aforo.service.queues.internal.op;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.queues.internal.QueueUrl;
import org.aforo.service.queues.internal.Queues;
import org.aforo.service.queues.internal.attributes.Policies;

/**
 * RemovePermission.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_RemovePermission.html">
 *      API reference</a>
 */
public record RemovePermission(Queues queues) {

    public record Input(String queueUrl, String label) {
        public String resource() {
            return QueueUrl.shortName(queueUrl);
        }
    }

    public Void handle(Input in, Call call) throws AwsError {
        queues.change(queues.find(in.queueUrl, call, "RemovePermission").fullName(),
                settings -> Policies.without(settings, in.label));
        return null;
    }
}
