package org.aforo.service.queues.internal.op;

import java.util.ArrayList;
import java.util.List;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.queues.internal.Errors;
import org.aforo.service.queues.internal.Queue;
import org.aforo.service.queues.internal.QueueUrl;
import org.aforo.service.queues.internal.Queues;
import org.aforo.service.queues.internal.ReceiveSpec;
import org.aforo.service.queues.internal.Received;
import org.aforo.service.queues.internal.messages.DeliveredMessage;
import org.aforo.service.queues.internal.messages.MessageRules;
import org.aforo.service.queues.internal.messages.MessageView;

/**
 * ReceiveMessage.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html">
 *      API reference</a>
 */
public record ReceiveMessage(Queues queues) {

    private static final int MOST = 10;
    private static final int LONGEST_POLL = 20;
    private static final int LONGEST_VISIBILITY = 43_200;

    public record Input(String queueUrl, List<String> attributeNames, List<String> messageSystemAttributeNames,
            List<String> messageAttributeNames, Integer maxNumberOfMessages, Integer visibilityTimeout,
            Integer waitTimeSeconds, String receiveRequestAttemptId) {
        public String resource() {
            return QueueUrl.shortName(queueUrl);
        }
    }

    /** Lists nothing where there is nothing. */
    public record Output(List<DeliveredMessage> messages) {
    }

    public Output handle(Input in, Call call) throws AwsError, InterruptedException {
        Queue queue = queues.find(in.queueUrl, call, "ReceiveMessage");
        int most = in.maxNumberOfMessages == null ? 1 : in.maxNumberOfMessages;
        if (most < 1 || most > MOST) {
            throw Errors.invalid(most, "MaxNumberOfMessages", "Must be between 1 and 10, if provided.");
        }
        checkRange(in.visibilityTimeout, "VisibilityTimeout", LONGEST_VISIBILITY);
        checkRange(in.waitTimeSeconds, "WaitTimeSeconds", LONGEST_POLL);
        checkAttempt(in.receiveRequestAttemptId, queue);
        MessageView view = new MessageView(system(in), Lists.orEmpty(in.messageAttributeNames));
        ReceiveSpec spec = new ReceiveSpec(most, in.waitTimeSeconds, in.visibilityTimeout,
                in.receiveRequestAttemptId);
        try {
            List<Received> received = queue.receive(spec);
            return new Output(Lists.orNull(received.stream().map(view::of).toList()));
        } catch (AwsError refused) {
            throw Refusals.counted(queue.out(), 1, refused);
        }
    }

    private static List<String> system(Input in) {
        List<String> names = Lists.orEmpty(in.messageSystemAttributeNames);
        if (in.attributeNames == null) {
            return names;
        }
        List<String> all = new ArrayList<>(names);
        all.addAll(in.attributeNames);
        return all;
    }

    private static void checkRange(Integer value, String parameter, int most) throws AwsError {
        if (value != null && (value < 0 || value > most)) {
            throw Errors.invalid(value, parameter, "Must be >= 0 and <= " + most + ", if provided.");
        }
    }

    private static void checkAttempt(String id, Queue queue) throws AwsError {
        if (id != null && !queue.meta().settings().fifo()) {
            throw Errors.invalid(id, "ReceiveRequestAttemptId",
                    "The request include parameter that is not valid for this queue type.");
        }
        MessageRules.checkId(id, "ReceiveRequestAttemptId");
    }
}
