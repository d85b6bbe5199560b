package org.aforo.service.queues.internal.messages;

import java.util.Map;

/** A message as a client sends it. */
public interface NewMessage {

    String messageBody();

    Integer delaySeconds();

    Map<String, AttributeValue> messageAttributes();

    Map<String, AttributeValue> messageSystemAttributes();

    String messageDeduplicationId();

    String messageGroupId();
}
