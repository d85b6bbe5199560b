package org.aforo.service.queues.internal.op;

import java.util.List;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.queues.internal.Queue;
import org.aforo.service.queues.internal.QueueUrl;
import org.aforo.service.queues.internal.Queues;
import org.aforo.service.queues.internal.VisibilityChange;
import org.aforo.service.queues.internal.messages.BatchRules;

/**
 * ChangeMessageVisibilityBatch.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ChangeMessageVisibilityBatch.html">
 *      API reference</a>
 */
public record ChangeMessageVisibilityBatch(Queues queues) {

    public record Input(String queueUrl, List<Entry> entries) {
        public String resource() {
            return QueueUrl.shortName(queueUrl);
        }
    }

    /**
     * ChangeMessageVisibilityBatchRequestEntry.
     *
     * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ChangeMessageVisibilityBatchRequestEntry.html">
     *      API reference</a>
     */
    public record Entry(String id, String receiptHandle, Integer visibilityTimeout) {

        AwsError wrong() {
            return Visibility.wrong(receiptHandle, visibilityTimeout);
        }
    }

    public Entries.Output handle(Input in, Call call) throws AwsError {
        Queue queue = queues.find(in.queueUrl, call, "ChangeMessageVisibilityBatch");
        BatchRules.check(in.entries, Entry::id, "ChangeMessageVisibilityBatchRequestEntry");
        return Entries.run(queues.bench().faults(), "ChangeMessageVisibilityBatch", queue, in.entries, Entry::id,
                Entry::wrong, good -> queue.changeVisibility(good.stream()
                        .map(each -> new VisibilityChange(each.receiptHandle, each.visibilityTimeout)).toList()));
    }
}
