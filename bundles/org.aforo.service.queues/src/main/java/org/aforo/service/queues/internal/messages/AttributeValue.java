package org.aforo.service.queues.internal.messages;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * An attribute of a message, as clients send and receive it.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_MessageAttributeValue.html">
 *      MessageAttributeValue</a>
 */
public record AttributeValue(String stringValue, ByteBuffer binaryValue, List<String> stringListValues,
        List<ByteBuffer> binaryListValues, String dataType) {

    boolean hasList() {
        return stringListValues != null && !stringListValues.isEmpty()
                || binaryListValues != null && !binaryListValues.isEmpty();
    }
}
