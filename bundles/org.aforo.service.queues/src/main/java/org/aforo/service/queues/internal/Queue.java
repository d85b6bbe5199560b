package org.aforo.service.queues.internal;

import java.util.List;

import org.aforo.api.Arn;
import org.aforo.api.endpoint.AwsError;
import org.aforo.api.meter.Meter;

/** A queue. Safe for many threads. */
public final class Queue {

    /** @throws AwsError {@code RequestThrottled} beyond a FIFO queue's rate */
    public List<Sent> send(List<Outgoing> messages) throws AwsError {
        throw new UnsupportedOperationException();
    }

    /**
     * Receives, waiting where there is none.
     *
     * @return none when none came, in time
     * @throws AwsError {@code OverLimit}, {@code RequestThrottled}
     */
    public List<Received> receive(ReceiveSpec spec) throws AwsError, InterruptedException {
        throw new UnsupportedOperationException();
    }

    /** @return for each handle, in order, why the message could not be deleted; null where it was */
    public List<AwsError> delete(List<String> receiptHandles) throws AwsError {
        throw new UnsupportedOperationException();
    }

    /** @return for each change, in order, why it could not be made; null where it was */
    public List<AwsError> changeVisibility(List<VisibilityChange> changes) throws AwsError {
        throw new UnsupportedOperationException();
    }

    /** Removes all messages. */
    public void purge() throws AwsError {
        throw new UnsupportedOperationException();
    }

    public QueueCounts counts() {
        throw new UnsupportedOperationException();
    }

    /** The message groups that hold most, at most {@code max}, those first that are blocked. */
    public List<GroupState> groups(int max) {
        throw new UnsupportedOperationException();
    }

    /** Looks at messages in the order they were sent, whatever their visibility. */
    public QueuePeek peek() {
        throw new UnsupportedOperationException();
    }

    /**
     * Removes messages, seen by {@link #peek}, whatever their visibility.
     *
     * @return how many were there
     */
    public int discard(List<Long> numbers) throws AwsError {
        throw new UnsupportedOperationException();
    }

    /**
     * Moves messages, seen by {@link #peek}, to another queue (or sends them anew, to this one).
     *
     * @return how many were there
     */
    public int move(List<Long> numbers, Queue to) throws AwsError {
        throw new UnsupportedOperationException();
    }

    /** What was sent to it, in messages and their bytes. */
    public Meter in() {
        throw new UnsupportedOperationException();
    }

    /** What was received from it, alike. */
    public Meter out() {
        throw new UnsupportedOperationException();
    }

    public QueueFigures figures() {
        throw new UnsupportedOperationException();
    }

    public QueueMeta meta() {
        throw new UnsupportedOperationException();
    }

    public QueueName fullName() {
        throw new UnsupportedOperationException();
    }

    public Arn arn() {
        throw new UnsupportedOperationException();
    }
}
