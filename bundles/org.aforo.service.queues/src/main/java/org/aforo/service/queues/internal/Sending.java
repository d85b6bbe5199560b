package org.aforo.service.queues.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

import org.aforo.api.endpoint.AwsError;
import org.aforo.service.queues.internal.MessageStore.Filed;
import org.aforo.service.queues.internal.MessageStore.Put;
import org.aforo.service.queues.internal.messages.Utf8;

/** Sends messages to a queue. */
final class Sending {

    private final QueueCore core;
    private final FifoRate rate;
    private final Deduplication deduplication;
    /** Keeps a FIFO queue's messages in the order of their numbers, and duplicates out. */
    private final ReentrantLock inOrder = new ReentrantLock();

    /** @param rate null for a standard queue, as {@code deduplication} */
    Sending(QueueCore core, FifoRate rate, Deduplication deduplication) {
        this.core = core;
        this.rate = rate;
        this.deduplication = deduplication;
    }

    List<Sent> send(List<Outgoing> messages) throws AwsError {
        List<Sent> sent = rate == null ? sendPlainly(messages) : sendInOrder(messages);
        messages.forEach(message -> core.figures.sentSize.add(Utf8.length(message.body())));
        return sent;
    }

    /** Takes messages that come from elsewhere; they aren't duplicates, and not delayed. */
    void accept(List<StoredMessage> messages) throws AwsError {
        long now = core.now();
        List<Filed> filed = messages.stream().map(message -> new Filed(message, MessageCodec.NEW, now)).toList();
        if (rate == null) {
            append(filed);
            return;
        }
        inOrder.lock();
        try {
            append(filed);
        } finally {
            inOrder.unlock();
        }
    }

    private List<Sent> sendPlainly(List<Outgoing> messages) throws AwsError {
        long now = core.now();
        List<Filed> filed = new ArrayList<>(messages.size());
        for (Outgoing message : messages) {
            filed.add(file(message, message.dedupId(), now));
        }
        long first = append(filed);
        core.figures.sent.add(filed.size());
        List<Sent> sent = new ArrayList<>(filed.size());
        for (int i = 0; i < filed.size(); i++) {
            sent.add(new Sent(core.ids.id(first + i), null));
        }
        return sent;
    }

    private List<Sent> sendInOrder(List<Outgoing> messages) throws AwsError {
        boolean perGroup = core.settings().groupThroughput();
        rate.send(perGroup ? messages.stream().map(Outgoing::groupId).toList() : List.of());
        inOrder.lock();
        try {
            return sendOnce(messages);
        } finally {
            inOrder.unlock();
        }
    }

    private List<Sent> sendOnce(List<Outgoing> messages) throws AwsError {
        long now = core.now();
        long[] numbers = new long[messages.size()];
        int[] filedAt = new int[messages.size()];
        List<Filed> filed = new ArrayList<>(messages.size());
        Map<String, Integer> inBatch = new HashMap<>();
        for (int i = 0; i < numbers.length; i++) {
            Outgoing message = messages.get(i);
            String id = message.dedupId() == null ? deduplication.idOf(message.body()) : message.dedupId();
            String scope = scope(message.groupId());
            numbers[i] = deduplication.find(scope, id, now);
            Integer before = numbers[i] == Deduplication.UNSEEN ? inBatch.putIfAbsent(scope + '\0' + id, filed.size())
                    : null;
            filedAt[i] = before == null ? filed.size() : before;
            if (numbers[i] == Deduplication.UNSEEN && before == null) {
                filed.add(file(message, id, now));
            }
        }
        if (!filed.isEmpty()) {
            number(numbers, filedAt, filed, now);
        }
        core.figures.sent.add(filed.size());
        core.figures.deduplicated.add(numbers.length - filed.size());
        List<Sent> sent = new ArrayList<>(numbers.length);
        for (long number : numbers) {
            sent.add(new Sent(core.ids.id(number), MessageIds.sequence(number)));
        }
        return sent;
    }

    private void number(long[] numbers, int[] filedAt, List<Filed> filed, long now) throws AwsError {
        long first = append(filed);
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] == Deduplication.UNSEEN) {
                numbers[i] = first + filedAt[i];
            }
        }
        long until = now + core.limits.dedupSeconds.getAsLong() * QueueCore.MILLIS;
        for (int i = 0; i < filed.size(); i++) {
            StoredMessage message = filed.get(i).message();
            deduplication.note(scope(message.groupId()), message.dedupId(), first + i, until);
        }
    }

    private String scope(String groupId) {
        return core.settings().groupScope() ? groupId : "";
    }

    private Filed file(Outgoing message, String dedupId, long now) {
        QueueSettings settings = core.settings();
        int delay = message.delaySeconds() == null ? settings.delaySeconds() : message.delaySeconds();
        return new Filed(new StoredMessage(null, message.body(), message.attributes(), message.traceHeader(),
                message.senderId(), message.groupId(), dedupId, null, now, 0), MessageCodec.NEW,
                now + delay * QueueCore.MILLIS);
    }

    private long append(List<Filed> filed) throws AwsError {
        Put put = core.append(filed);
        long bytes = 0;
        for (int size : put.sizes()) {
            bytes += size;
        }
        core.in.add(filed.size(), bytes);
        return put.place();
    }
}
