package org.aforo.service.queues.internal.messages;

import java.util.Map;

/**
 * A message as a client receives it.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_Message.html">Message</a>
 */
public record DeliveredMessage(String messageId, String receiptHandle, String mD5OfBody, String body,
        Map<String, String> attributes, String mD5OfMessageAttributes,
        Map<String, AttributeValue> messageAttributes) {
}
