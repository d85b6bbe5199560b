package org.aforo.service.queues.internal;

import java.util.concurrent.atomic.LongAdder;

import org.aforo.api.meter.Tally;

/**
 * What a queue's operations measure, as CloudWatch tells it. Noting is wait-free.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html">
 *      Available metrics</a>
 */
public final class QueueFigures {

    /** {@code NumberOfMessagesSent}. */
    public final Tally sent = new Tally();
    /** {@code SentMessageSize}, in bytes. */
    public final Tally sentSize = new Tally();
    /** {@code NumberOfMessagesReceived}. */
    public final Tally received = new Tally();
    /** {@code NumberOfEmptyReceives}. */
    public final Tally empty = new Tally();
    /** {@code NumberOfMessagesDeleted}. */
    public final Tally deleted = new Tally();
    /** {@code NumberOfDeduplicatedSentMessages}. */
    public final Tally deduplicated = new Tally();
    /** Messages moved to the dead-letter queue; AWS doesn't tell it. */
    public final LongAdder redriven = new LongAdder();
}
