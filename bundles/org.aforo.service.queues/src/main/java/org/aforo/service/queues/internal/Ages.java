package org.aforo.service.queues.internal;

/**
 * A queue's messages by age: which of them expires next, and since when the oldest is there that CloudWatch counts. It
 * leaves out those that came back too often, and counts dead letters from when they came. Guarded by the queue's lock.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html">
 *      On ApproximateAgeOfOldestMessage</a>
 */
final class Ages {

    /** Those that count from when they were sent. */
    private final MessageHeap plain = MessageHeap.bySending();
    /** All others. */
    private final MessageHeap others = MessageHeap.bySending();
    /** Of the others those that count from when they came. */
    private final MessageHeap letters = MessageHeap.byArrival();

    void add(Message message) {
        heap(message).add(message);
        if (countsFromArrival(message)) {
            letters.add(message);
        }
    }

    void remove(Message message) {
        heap(message).remove(message);
        if (countsFromArrival(message)) {
            letters.remove(message);
        }
    }

    /** A message counts no more: it is put behind another, see {@link Message#rank}. */
    void setAside(Message message, long behind) {
        remove(message);
        message.receipt.behind = behind;
        add(message);
    }

    /** The message that was sent first; null when there is none. */
    Message oldest() {
        Message one = plain.peek();
        Message other = others.peek();
        return one == null || other != null && other.sentAt < one.sentAt ? other : one;
    }

    /** Since when the oldest message that counts is there; {@link Long#MAX_VALUE} when none is. */
    long countedSince() {
        return Math.min(since(plain.peek()), since(letters.peek()));
    }

    /** Since when a message is there; {@link Long#MAX_VALUE} for none, and one that doesn't count. */
    static long since(Message message) {
        return message == null || message.isAside() ? Long.MAX_VALUE : message.arrivedAt();
    }

    private MessageHeap heap(Message message) {
        return message.isAside() || message instanceof DeadLetter ? others : plain;
    }

    private static boolean countsFromArrival(Message message) {
        return !message.isAside() && message instanceof DeadLetter;
    }
}
