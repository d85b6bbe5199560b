package org.aforo.service.queues.internal.op;

import java.util.List;
import java.util.Map;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.queues.internal.Queue;
import org.aforo.service.queues.internal.QueueUrl;
import org.aforo.service.queues.internal.Queues;
import org.aforo.service.queues.internal.Sent;
import org.aforo.service.queues.internal.messages.AttributeValue;
import org.aforo.service.queues.internal.messages.Checked;
import org.aforo.service.queues.internal.messages.MessageRules;
import org.aforo.service.queues.internal.messages.NewMessage;

/**
 * SendMessage.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html">
 *      API reference</a>
 */
public record SendMessage(Queues queues) {

    public record Input(String queueUrl, String messageBody, Integer delaySeconds,
            Map<String, AttributeValue> messageAttributes, Map<String, AttributeValue> messageSystemAttributes,
            String messageDeduplicationId, String messageGroupId) implements NewMessage {
        public String resource() {
            return QueueUrl.shortName(queueUrl);
        }
    }

    public record Output(String mD5OfMessageBody, String mD5OfMessageAttributes, String mD5OfMessageSystemAttributes,
            String messageId, String sequenceNumber) {
    }

    public Output handle(Input in, Call call) throws AwsError {
        Queue queue = queues.find(in.queueUrl, call, "SendMessage");
        MessageRules rules = MessageRules.of(queue.meta().settings(), queues.limits().messageBytes.getAsLong(), call);
        try {
            Checked message = rules.check(in);
            Sent sent = queue.send(List.of(message.outgoing())).getFirst();
            return new Output(message.md5Body(), message.md5Attributes(), message.md5System(), sent.messageId(),
                    sent.sequenceNumber());
        } catch (AwsError refused) {
            throw Refusals.counted(queue.in(), 1, refused);
        }
    }
}
