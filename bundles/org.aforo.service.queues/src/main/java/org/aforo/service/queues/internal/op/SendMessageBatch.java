package org.aforo.service.queues.internal.op;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.api.fault.Faults;
import org.aforo.service.queues.internal.Queue;
import org.aforo.service.queues.internal.QueueUrl;
import org.aforo.service.queues.internal.Queues;
import org.aforo.service.queues.internal.Sent;
import org.aforo.service.queues.internal.messages.AttributeValue;
import org.aforo.service.queues.internal.messages.BatchRules;
import org.aforo.service.queues.internal.messages.Checked;
import org.aforo.service.queues.internal.messages.FailedEntry;
import org.aforo.service.queues.internal.messages.MessageRules;
import org.aforo.service.queues.internal.messages.NewMessage;

/**
 * SendMessageBatch.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessageBatch.html">
 *      API reference</a>
 */
public record SendMessageBatch(Queues queues) {

    private static final String NAME = "SendMessageBatch";

    public record Input(String queueUrl, List<Entry> entries) {
        public String resource() {
            return QueueUrl.shortName(queueUrl);
        }
    }

    /**
     * SendMessageBatchRequestEntry.
     *
     * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessageBatchRequestEntry.html">
     *      API reference</a>
     */
    public record Entry(String id, String messageBody, Integer delaySeconds,
            Map<String, AttributeValue> messageAttributes, Map<String, AttributeValue> messageSystemAttributes,
            String messageDeduplicationId, String messageGroupId) implements NewMessage {
    }

    public record Output(List<Success> successful, List<FailedEntry> failed) {
    }

    /**
     * SendMessageBatchResultEntry.
     *
     * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessageBatchResultEntry.html">
     *      API reference</a>
     */
    public record Success(String id, String messageId, String mD5OfMessageBody, String mD5OfMessageAttributes,
            String mD5OfMessageSystemAttributes, String sequenceNumber) {
    }

    /** An entry that passed. */
    private record Passed(Entry entry, Checked message) {
    }

    public Output handle(Input in, Call call) throws AwsError {
        Queue queue = queues.find(in.queueUrl, call, "SendMessageBatch");
        BatchRules.check(in.entries, Entry::id, "SendMessageBatchRequestEntry");
        long most = queues.limits().messageBytes.getAsLong();
        MessageRules rules = MessageRules.of(queue.meta().settings(), most, call);
        BatchRules.checkSize(in.entries.stream().mapToLong(MessageRules::size).sum(), most);
        List<FailedEntry> failed = new ArrayList<>();
        List<Passed> passed = passed(in, queue, rules, failed);
        return new Output(Lists.orNull(send(queue, passed)), Lists.orNull(failed));
    }

    private static List<Success> send(Queue queue, List<Passed> passed) throws AwsError {
        if (passed.isEmpty()) {
            return List.of();
        }
        try {
            List<Sent> sent = queue.send(passed.stream().map(each -> each.message.outgoing()).toList());
            List<Success> successful = new ArrayList<>(sent.size());
            for (int i = 0; i < sent.size(); i++) {
                successful.add(success(passed.get(i), sent.get(i)));
            }
            return successful;
        } catch (AwsError refused) {
            throw Refusals.counted(queue.in(), passed.size(), refused);
        }
    }

    private List<Passed> passed(Input in, Queue queue, MessageRules rules, List<FailedEntry> failed) throws AwsError {
        Faults faults = queues.bench().faults();
        in.entries.forEach(rules::checkRequired);
        List<Passed> passed = new ArrayList<>(in.entries.size());
        for (Entry entry : in.entries) {
            try {
                AwsError fault = faults.any() ? faults.entry("sqs", NAME, queue.fullName().name()) : null;
                if (fault != null) {
                    throw fault;
                }
                passed.add(new Passed(entry, rules.check(entry)));
            } catch (AwsError refused) {
                failed.add(FailedEntry.of(entry.id(), refused));
            }
        }
        if (!failed.isEmpty()) {
            queue.in().error(failed.size());
        }
        return passed;
    }

    private static Success success(Passed passed, Sent sent) {
        Checked message = passed.message;
        return new Success(passed.entry.id(), sent.messageId(), message.md5Body(), message.md5Attributes(),
                message.md5System(), sent.sequenceNumber());
    }
}
