package org.aforo.service.queues.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.aforo.api.endpoint.AwsError;

/**
 * What receives of a FIFO queue got that had a {@code ReceiveRequestAttemptId}: who repeats one gets the same again.
 * Guarded by the queue's lock.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html">
 *      ReceiveMessage</a>
 */
final class Attempts {

    private static final long MILLIS = 300_000;
    /** More than there can be in that time, unless AWS's limits are lifted. */
    private static final int MOST = 100_000;

    private final Map<String, Attempt> byId = new HashMap<>();
    private final Deque<Attempt> byTime = new ArrayDeque<>();
    private final int most;

    private record Attempt(String id, List<Picked> got, long until) {
    }

    Attempts() {
        this(MOST);
    }

    /** @param most so many are remembered at most */
    Attempts(int most) {
        this.most = most;
    }

    /**
     * What an attempt got, if that may be given again.
     *
     * @return null when it is a new receive
     * @throws AwsError {@code InvalidParameterValue} when its messages were touched since
     */
    List<Picked> repeat(String id, long now) throws AwsError {
        while (!byTime.isEmpty() && byTime.peek().until <= now) {
            forgetOldest();
        }
        Attempt attempt = id == null ? null : byId.get(id);
        if (attempt == null || attempt.got.stream().allMatch(Attempts::isOver)) {
            return null;
        }
        if (!attempt.got.stream().allMatch(Attempts::isUntouched)) {
            throw Errors.attemptOver(id);
        }
        return attempt.got;
    }

    private static boolean isUntouched(Picked got) {
        Message message = got.message();
        return message.state == Message.State.IN_FLIGHT && message.receipt.count == got.count()
                && !message.receipt.changed;
    }

    /** Whether its visibility timeout has passed, all by itself. */
    private static boolean isOver(Picked got) {
        Message message = got.message();
        return message.state == Message.State.READY && !message.receipt.changed
                || message.state == Message.State.IN_FLIGHT && message.receipt.count != got.count();
    }

    void note(String id, List<Picked> got, long now) {
        if (id != null && !got.isEmpty()) {
            Attempt attempt = new Attempt(id, List.copyOf(got), now + MILLIS);
            byId.put(id, attempt);
            byTime.add(attempt);
            if (byTime.size() > most) {
                forgetOldest();
            }
        }
    }

    private void forgetOldest() {
        Attempt oldest = byTime.poll();
        byId.remove(oldest.id, oldest);
    }
}
