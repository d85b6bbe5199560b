package org.aforo.service.queues.internal.op;

import java.util.List;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.queues.internal.QueueUrl;
import org.aforo.service.queues.internal.Queues;

/**
 * DeleteMessage.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_DeleteMessage.html">
 *      API reference</a>
 */
public record DeleteMessage(Queues queues) {

    public record Input(String queueUrl, String receiptHandle) {
        public String resource() {
            return QueueUrl.shortName(queueUrl);
        }
    }

    public Void handle(Input in, Call call) throws AwsError {
        AwsError refused = queues.find(in.queueUrl, call, "DeleteMessage").delete(List.of(in.receiptHandle)).getFirst();
        if (refused != null) {
            throw refused;
        }
        return null;
    }
}
