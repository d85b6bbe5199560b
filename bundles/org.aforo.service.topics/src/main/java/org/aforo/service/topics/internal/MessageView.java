package org.aforo.service.topics.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import org.aforo.api.flow.RecordPeek;
import org.aforo.api.flow.RecordPeek.Peeked;
import org.aforo.api.log.RecordLog;
import org.aforo.service.topics.internal.message.Message;
import org.aforo.service.topics.internal.message.Published;

/** How messages are shown to who looks at a topic. */
record MessageView(boolean fifo) {

    Peeked shown(RecordLog.Stored record) {
        Published published = TopicLog.published(record);
        Message message = published.message();
        byte[] text = message.text().getBytes(StandardCharsets.UTF_8);
        ByteBuffer data = ByteBuffer.wrap(text, 0, Math.min(text.length, RecordPeek.MAX_DATA)).asReadOnlyBuffer();
        return new Peeked(Long.toString(record.offset() + 1), "", message.groupId() == null ? "" : message.groupId(),
                published.time(), data, text.length, attributes(published));
    }

    private Map<String, String> attributes(Published published) {
        Message message = published.message();
        Map<String, String> all = new LinkedHashMap<>();
        all.put("Message id", message.id());
        put(all, "Subject", message.subject());
        put(all, "Message structure", message.structured() ? "json" : null);
        put(all, "Sequence number", fifo ? published.sequenceNumber() : null);
        put(all, "Message group id", message.groupId());
        put(all, "Deduplication id", message.deduplicationId());
        message.attributes().forEach((name, attribute) -> all.put(name + " (" + attribute.type() + ')',
                attribute.value()));
        return all;
    }

    private static void put(Map<String, String> all, String name, String value) {
        if (value != null) {
            all.put(name, value);
        }
    }
}
