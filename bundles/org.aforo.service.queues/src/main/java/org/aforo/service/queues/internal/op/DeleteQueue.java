package org.aforo.service.queues.internal.op;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.queues.internal.QueueName;
import org.aforo.service.queues.internal.QueueUrl;
import org.aforo.service.queues.internal.Queues;

/**
 * DeleteQueue.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_DeleteQueue.html">
 *      API reference</a>
 */
public record DeleteQueue(Queues queues) {

    public record Input(String queueUrl) {
        public String resource() {
            return QueueUrl.shortName(queueUrl);
        }
    }

    public Void handle(Input in, Call call) throws AwsError {
        QueueName name = queues.find(in.queueUrl, call, "DeleteQueue").fullName();
        queues.delete(name);
        queues.bench().events().publish("queue-deleted", name.arn().toString(), name.name());
        return null;
    }
}
