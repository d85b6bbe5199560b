package org.aforo.service.topics.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.flow.FlowRecord;
import org.aforo.api.flow.RecordSink;
import org.aforo.service.topics.internal.message.Message;
import org.aforo.service.topics.internal.message.Published;

/**
 * Publishes records of others: their data as text. In a FIFO topic the key is the group, and each record is one of its
 * own.
 */
record TopicSink(Topic topic, Topics topics) implements RecordSink {

    private static final String NO_GROUP = "default";

    @Override
    public List<Outcome> put(List<FlowRecord> records) {
        List<Outcome> outcomes = new ArrayList<>(records.size());
        for (FlowRecord each : records) {
            outcomes.add(put(each));
        }
        return outcomes;
    }

    private Outcome put(FlowRecord item) {
        try {
            if (item.data().remaining() > topic.messageBytes()) {
                throw Errors.parameter("Message too long");
            }
            if (!item.data().hasRemaining()) {
                throw Errors.parameter("Empty message");
            }
            topics.countPublished(topic, 1);
            Published published = topic.publish(List.of(message(item))).getFirst();
            return new Outcome(published.message().id(), null);
        } catch (AwsError e) {
            return new Outcome(null, e);
        }
    }

    private Message message(FlowRecord item) {
        String text = StandardCharsets.UTF_8.decode(item.data().duplicate()).toString();
        String id = UUID.randomUUID().toString();
        if (!topic.meta().fifo()) {
            return Message.of(id, text, null, null);
        }
        return Message.of(id, text, item.key().isEmpty() ? NO_GROUP : item.key(), id);
    }
}
