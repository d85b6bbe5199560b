package org.aforo.service.queues.internal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.flow.FlowRecord;
import org.aforo.api.flow.RecordSink;
import org.aforo.service.queues.internal.messages.AttributeValue;
import org.aforo.service.queues.internal.messages.MessageRules;
import org.aforo.service.queues.internal.messages.NewMessage;

/**
 * Takes other services' records as messages: data is the body, which must be text. In a FIFO queue the key is the
 * message group. Waits where a client would be throttled.
 */
final class QueueSink implements RecordSink {

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final String THROTTLED = "RequestThrottled";
    private static final String NO_KEY = "none";
    private static final int MOST = 10;

    private final Queues queues;
    private final QueueName name;

    QueueSink(Queues queues, QueueName name) {
        this.queues = queues;
        this.name = name;
    }

    /** A record as a message. */
    private record Text(String messageBody, String messageGroupId, String messageDeduplicationId)
            implements
                NewMessage {

        @Override
        public Integer delaySeconds() {
            return null;
        }

        @Override
        public Map<String, AttributeValue> messageAttributes() {
            return null;
        }

        @Override
        public Map<String, AttributeValue> messageSystemAttributes() {
            return null;
        }
    }

    @Override
    public List<Outcome> put(List<FlowRecord> records) throws AwsError, InterruptedException {
        List<Outcome> outcomes = new ArrayList<>(records.size());
        for (int from = 0; from < records.size(); from += MOST) {
            outcomes.addAll(batch(records.subList(from, Math.min(records.size(), from + MOST))));
        }
        return outcomes;
    }

    private List<Outcome> batch(List<FlowRecord> records) throws AwsError, InterruptedException {
        Queue queue = queues.find(name);
        MessageRules rules = new MessageRules(queue.meta().settings(), queues.limits().messageBytes.getAsLong(),
                name.account(), null);
        List<Outgoing> messages = new ArrayList<>(records.size());
        Outcome[] outcomes = new Outcome[records.size()];
        for (int i = 0; i < outcomes.length; i++) {
            try {
                messages.add(rules.check(text(records.get(i))).outgoing());
            } catch (AwsError refused) {
                queue.in().error(1);
                outcomes[i] = new Outcome(null, refused);
            }
        }
        List<Sent> sent = messages.isEmpty() ? List.of() : send(messages);
        int next = 0;
        for (int i = 0; i < outcomes.length; i++) {
            if (outcomes[i] == null) {
                outcomes[i] = new Outcome(sent.get(next++).messageId(), null);
            }
        }
        return List.of(outcomes);
    }

    private List<Sent> send(List<Outgoing> messages) throws AwsError, InterruptedException {
        while (true) {
            try {
                return queues.find(name).send(messages);
            } catch (AwsError refused) {
                if (!refused.code().equals(THROTTLED)) {
                    throw refused;
                }
                queues.bench().scheduler().sleep(PAUSE);
            }
        }
    }

    private Text text(FlowRecord record) throws AwsError {
        String body = body(record.data());
        if (!name.fifo()) {
            return new Text(body, null, null);
        }
        return new Text(body, record.key().isEmpty() ? NO_KEY : record.key(),
                record.id().isEmpty() ? UUID.randomUUID().toString() : record.id());
    }

    private static String body(ByteBuffer data) throws AwsError {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(data.duplicate()).toString();
        } catch (CharacterCodingException e) {
            throw AwsError.client("InvalidMessageContents", "The record isn't text, and messages are.");
        }
    }
}
