package org.aforo.service.queues.internal.op;

import java.util.List;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.queues.internal.Queue;
import org.aforo.service.queues.internal.QueueUrl;
import org.aforo.service.queues.internal.Queues;
import org.aforo.service.queues.internal.VisibilityChange;

/**
 * ChangeMessageVisibility.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ChangeMessageVisibility.html">
 *      API reference</a>
 */
public record ChangeMessageVisibility(Queues queues) {

    public record Input(String queueUrl, String receiptHandle, Integer visibilityTimeout) {
        public String resource() {
            return QueueUrl.shortName(queueUrl);
        }
    }

    public Void handle(Input in, Call call) throws AwsError {
        Queue queue = queues.find(in.queueUrl, call, "ChangeMessageVisibility");
        AwsError wrong = Visibility.wrong(in.receiptHandle, in.visibilityTimeout);
        if (wrong == null) {
            wrong = queue.changeVisibility(List.of(new VisibilityChange(in.receiptHandle, in.visibilityTimeout)))
                    .getFirst();
        }
        if (wrong != null) {
            throw wrong;
        }
        return null;
    }
}
