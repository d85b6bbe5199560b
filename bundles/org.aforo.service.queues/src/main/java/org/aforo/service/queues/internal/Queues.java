package org.aforo.service.queues.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.aforo.api.Bench;
import org.aforo.api.endpoint.AwsError;

/** All queues: made, found, changed and removed here, and kept in the bench's metadata. Safe for many threads. */
public final class Queues implements AutoCloseable {

    public Queues(Bench bench) {
    }

    public Bench bench() {
        throw new UnsupportedOperationException();
    }

    public Limits limits() {
        throw new UnsupportedOperationException();
    }

    public MoveTasks moves() {
        throw new UnsupportedOperationException();
    }

    /** @throws AwsError {@code QueueDoesNotExist} */
    public Queue find(QueueName name) throws AwsError {
        throw new UnsupportedOperationException();
    }

    /** Null when there is none. */
    public Queue lookUp(QueueName name) {
        throw new UnsupportedOperationException();
    }

    /**
     * Makes a queue.
     *
     * @return the one that was there already, if it was: whether its settings are those asked for is the caller's to
     *         see
     * @throws AwsError {@code QueueDeletedRecently}
     */
    public Queue create(QueueName name, QueueSettings settings, Map<String, String> tags) throws AwsError {
        throw new UnsupportedOperationException();
    }

    /** Changes a queue's settings; in force at once. */
    public Queue change(QueueName name, UnaryOperator<QueueSettings> change) throws AwsError {
        throw new UnsupportedOperationException();
    }

    public Queue tag(QueueName name, UnaryOperator<Map<String, String>> change) throws AwsError {
        throw new UnsupportedOperationException();
    }

    /** Removes a queue and all it holds; receives that wait end. */
    public void delete(QueueName name) throws AwsError {
        throw new UnsupportedOperationException();
    }

    /** An account's queues in a region whose name begins with {@code prefix} and comes after {@code after} (null for all). */
    public List<Queue> list(String account, String region, String prefix, String after) {
        throw new UnsupportedOperationException();
    }

    /** The queues whose dead-letter queue this is, by name. */
    public List<Queue> sourcesOf(Queue deadLetters) {
        throw new UnsupportedOperationException();
    }

    public Collection<Queue> all() {
        throw new UnsupportedOperationException();
    }

    /** Removes all queues. */
    public void reset() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
