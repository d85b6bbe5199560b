package org.aforo.service.queues.internal.messages;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.queues.internal.Errors;
import org.aforo.service.queues.internal.MessageAttribute;
import org.aforo.service.queues.internal.Outgoing;
import org.aforo.service.queues.internal.QueueSettings;

/**
 * What a queue takes as a message.
 *
 * @param settings the queue's
 * @param largest  what no message may be larger than, whatever the queue's setting
 * @param sender   who sends
 * @param header   the trace header of the whole request, for messages without one of their own; null for none
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html">
 *      SendMessage</a>
 */
public record MessageRules(QueueSettings settings, long largest, String sender, String header) {

    private static final int LONGEST_DELAY = 900;
    private static final String DEDUP_ID = "MessageDeduplicationId";
    private static final String GROUP_ID = "MessageGroupId";

    /** For the messages of a call. */
    public static MessageRules of(QueueSettings settings, long largest, Call call) {
        return new MessageRules(settings, largest, call.account(), TraceHeader.of(call));
    }

    /** @throws AwsError what is wrong with it */
    public Checked check(NewMessage message) throws AwsError {
        String body = message.messageBody();
        if (body == null || body.isEmpty()) {
            throw Errors.missing("MessageBody");
        }
        Map<String, MessageAttribute> attributes = AttributeRules.checked(message.messageAttributes());
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        long size = bytes.length + AttributeRules.size(attributes);
        checkSize(size);
        checkBody(body, bytes);
        checkDelay(message.delaySeconds());
        checkIds(message);
        String trace = TraceHeader.checked(message.messageSystemAttributes());
        Outgoing outgoing = new Outgoing(body, attributes, trace == null ? header : trace,
                settings.fifo() ? null : message.delaySeconds(),
                message.messageGroupId(), message.messageDeduplicationId(), sender);
        return new Checked(outgoing, size, Md5.of(bytes), Md5.of(attributes), Md5.of(TraceHeader.attribute(trace)));
    }

    /** What of a batch's message is missing fails the whole batch, as on AWS. */
    public void checkRequired(NewMessage message) throws AwsError {
        if (settings.fifo() && (message.messageGroupId() == null || message.messageGroupId().isEmpty())) {
            throw Errors.invalid("The request must contain the parameter MessageGroupId.");
        }
        if (settings.fifo()) {
            checkFifo(message.messageGroupId(), message.messageDeduplicationId());
        }
    }

    /** A message's size as it is, good or not. */
    public static long size(NewMessage message) {
        return Utf8.length(message.messageBody()) + AttributeRules.rawSize(message.messageAttributes());
    }

    private void checkSize(long size) throws AwsError {
        long most = Math.min(settings.maxMessageBytes(), largest);
        if (size > most) {
            throw Errors.invalid("One or more parameters are invalid. Reason: Message must be shorter than " + most
                    + " bytes.");
        }
    }

    private static void checkBody(String body, byte[] utf8) throws AwsError {
        int forbidden = Characters.forbidden(body, utf8);
        if (forbidden >= 0) {
            throw AwsError.client("InvalidMessageContents", "Invalid binary character '#x"
                    + Integer.toHexString(forbidden)
                    + "' was found in the message body, the set of allowed characters is "
                    + Characters.ALLOWED + '.');
        }
    }

    private void checkDelay(Integer seconds) throws AwsError {
        if (seconds == null) {
            return;
        }
        if (seconds < 0 || seconds > LONGEST_DELAY) {
            throw Errors.invalid(seconds, "DelaySeconds", "DelaySeconds must be >= 0 and <= 900.");
        }
        if (settings.fifo() && seconds > 0) {
            throw Errors.invalid(seconds, "DelaySeconds",
                    "The request include parameter that is not valid for this queue type.");
        }
    }

    private void checkIds(NewMessage message) throws AwsError {
        String group = message.messageGroupId();
        String dedup = message.messageDeduplicationId();
        if (settings.fifo()) {
            checkFifo(group, dedup);
        } else if (dedup != null) {
            throw Errors.invalid(dedup, DEDUP_ID,
                    "The request include parameter that is not valid for this queue type.");
        }
        checkId(group, GROUP_ID);
        checkId(dedup, DEDUP_ID);
    }

    private void checkFifo(String group, String dedup) throws AwsError {
        if (group == null || group.isEmpty()) {
            throw Errors.missing(GROUP_ID);
        }
        if (dedup == null && !settings.contentDedup()) {
            throw Errors.invalid("The queue should either have ContentBasedDeduplication enabled or "
                    + "MessageDeduplicationId provided explicitly");
        }
    }

    /** @throws AwsError when it isn't one that messages, groups or receives are told apart by; null is fine */
    public static void checkId(String id, String parameter) throws AwsError {
        if (id != null && !Characters.isId(id)) {
            throw Errors.invalid(id, parameter, parameter
                    + " can only include alphanumeric and punctuation characters. 1 to 128 in length.");
        }
    }
}
