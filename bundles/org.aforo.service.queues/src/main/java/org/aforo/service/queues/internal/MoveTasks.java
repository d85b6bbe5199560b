package org.aforo.service.queues.internal;

import java.util.List;

import org.aforo.api.endpoint.AwsError;

/**
 * Tasks that move messages out of dead-letter queues.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-dead-letter-queue-redrive.html">
 *      Dead-letter queue redrive</a>
 */
public final class MoveTasks {

    /**
     * Starts a task.
     *
     * @param destination null for the queues the messages came from
     * @param perSecond   null for as fast as it goes
     * @return its handle
     */
    public String start(Queue source, Queue destination, Integer perSecond) throws AwsError {
        throw new UnsupportedOperationException();
    }

    /** @return messages moved until then */
    public long cancel(String handle) throws AwsError {
        throw new UnsupportedOperationException();
    }

    /** The newest tasks of a queue, newest first; at most 10 are kept. */
    public List<MoveTask> of(Queue source) {
        throw new UnsupportedOperationException();
    }
}
