package org.aforo.service.queues.internal.op;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.queues.internal.QueueUrl;
import org.aforo.service.queues.internal.Queues;

/**
 * PurgeQueue.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_PurgeQueue.html">
 *      API reference</a>
 */
public record PurgeQueue(Queues queues) {

    public record Input(String queueUrl) {
        public String resource() {
            return QueueUrl.shortName(queueUrl);
        }
    }

    public Void handle(Input in, Call call) throws AwsError {
        queues.purge(queues.find(in.queueUrl, call, "PurgeQueue").fullName());
        return null;
    }
}
