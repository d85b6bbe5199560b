package org.aforo.service.queues.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.flow.RecordPeek;

/**
 * Looks at a queue's messages, oldest first, whatever their visibility; nothing about them changes. A record's
 * attributes tell its {@code Number}, which is what {@link Queue#discard} and {@link Queue#move} take.
 */
public final class QueuePeek implements RecordPeek {

    private final QueueCore core;

    QueuePeek(QueueCore core) {
        this.core = core;
    }

    /** A message as it stood at a moment. */
    private record Seen(Message message, long place, Message.State state, long dueAt, int receives, boolean blocked) {
    }

    private Seen seen(Message message) {
        return new Seen(message, message.place, message.state, message.dueAt, message.receives(),
                core.settings().fifo() && core.backlog.order.isBlocked(message.group));
    }

    @Override
    public Look latest(int max) throws AwsError {
        List<Seen> seen = core.look(() -> {
            List<Seen> found = new ArrayList<>();
            for (Message message = core.backlog.index.before(Long.MAX_VALUE); message != null
                    && found.size() < Math.min(max, MAX_RECORDS); message = core.backlog.index.before(message.number)) {
                found.add(seen(message));
            }
            return found.reversed();
        });
        return look(Long.toString(core.known()), seen);
    }

    @Override
    public Look after(String position, int max) throws AwsError {
        long from = parse(position);
        List<Seen> seen = core.look(() -> {
            List<Seen> found = new ArrayList<>();
            for (Message message = core.backlog.index.from(from); message != null
                    && found.size() < Math.min(max, MAX_RECORDS); message = core.backlog.index
                            .from(message.number + 1)) {
                found.add(seen(message));
            }
            return found;
        });
        return look(position, seen);
    }

    private static long parse(String position) throws AwsError {
        try {
            long number = Long.parseLong(position);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw AwsError.client("InvalidArgumentException", "Not a position of a queue: " + position);
    }

    private Look look(String otherwise, List<Seen> seen) throws AwsError {
        List<Peeked> records = new ArrayList<>(seen.size());
        long bytes = 0;
        for (Seen each : seen) {
            StoredMessage stored = bytes < MAX_BYTES ? core.read(each.message, each.place) : null;
            if (stored != null) {
                Peeked record = peeked(each, stored);
                bytes += record.data().remaining();
                records.add(record);
            }
        }
        return new Look(records.isEmpty() ? otherwise : records.getLast().position(), records);
    }

    private Peeked peeked(Seen seen, StoredMessage stored) {
        long number = seen.message.number;
        byte[] body = stored.body().getBytes(StandardCharsets.UTF_8);
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("Number", Long.toString(number));
        attributes.put("Message id", stored.id() == null ? core.ids.id(number) : stored.id());
        attributes.put("State", switch (seen.state) {
            case DELAYED -> "delayed until " + Instant.ofEpochMilli(seen.dueAt);
            case READY -> seen.blocked ? "visible, but its group is blocked" : "visible";
            case IN_FLIGHT -> "in flight until " + Instant.ofEpochMilli(seen.dueAt);
            case GONE -> "gone";
        });
        attributes.put("Receives", Integer.toString(stored.receives() + seen.receives));
        if (stored.dedupId() != null) {
            attributes.put("Deduplication id", stored.dedupId());
        }
        if (stored.source() != null) {
            attributes.put("Dead letter of", stored.source());
        }
        stored.attributes().forEach((name, value) -> attributes.put("Attribute " + name,
                value.stringValue() == null ? value.dataType() : value.stringValue()));
        ByteBuffer data = ByteBuffer.wrap(body, 0, Math.min(body.length, MAX_DATA)).slice().asReadOnlyBuffer();
        return new Peeked(Long.toString(number + 1), "", stored.groupId() == null ? "" : stored.groupId(),
                Instant.ofEpochMilli(stored.sentAt()), data, body.length, attributes);
    }
}
