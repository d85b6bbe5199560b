package org.aforo.service.queues.internal.op;

import java.util.List;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.queues.internal.Errors;
import org.aforo.service.queues.internal.Queue;
import org.aforo.service.queues.internal.QueueUrl;
import org.aforo.service.queues.internal.Queues;
import org.aforo.service.queues.internal.messages.BatchRules;

/**
 * DeleteMessageBatch.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_DeleteMessageBatch.html">
 *      API reference</a>
 */
public record DeleteMessageBatch(Queues queues) {

    public record Input(String queueUrl, List<Entry> entries) {
        public String resource() {
            return QueueUrl.shortName(queueUrl);
        }
    }

    /**
     * DeleteMessageBatchRequestEntry.
     *
     * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_DeleteMessageBatchRequestEntry.html">
     *      API reference</a>
     */
    public record Entry(String id, String receiptHandle) {

        AwsError wrong() {
            return receiptHandle == null || receiptHandle.isEmpty() ? Errors.missing("ReceiptHandle") : null;
        }
    }

    public Entries.Output handle(Input in, Call call) throws AwsError {
        Queue queue = queues.find(in.queueUrl, call, "DeleteMessageBatch");
        BatchRules.check(in.entries, Entry::id, "DeleteMessageBatchRequestEntry");
        return Entries.run(queues.bench().faults(), "DeleteMessageBatch", queue, in.entries, Entry::id, Entry::wrong,
                good -> queue.delete(good.stream().map(Entry::receiptHandle).toList()));
    }
}
