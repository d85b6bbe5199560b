package org.aforo.service.queues.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.aforo.api.endpoint.AwsError;

/**
 * Tasks that move messages out of dead-letter queues. Those that run go with the bench; what they moved stays moved.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-dead-letter-queue-redrive.html">
 *      Dead-letter queue redrive</a>
 */
public final class MoveTasks implements AutoCloseable {

    private static final int KEPT = 10;

    private final Queues queues;
    private final Map<QueueName, Deque<Move>> bySource = new HashMap<>();
    private long started;

    MoveTasks(Queues queues) {
        this.queues = queues;
    }

    /**
     * Starts a task.
     *
     * @param destination null for the queues the messages came from
     * @param perSecond   null for as fast as it goes
     * @return its handle
     * @throws AwsError {@code InvalidParameterValue} when one runs already
     */
    public synchronized String start(Queue source, Queue destination, Integer perSecond) throws AwsError {
        Deque<Move> moves = bySource.computeIfAbsent(source.fullName(), name -> new ArrayDeque<>());
        if (!moves.isEmpty() && moves.getFirst().isActive()) {
            throw Errors.invalid("There is already a task running. Only one active task is allowed for a source queue "
                    + "arn at a given time.");
        }
        long active = bySource.values().stream().filter(all -> !all.isEmpty() && all.getFirst().isActive()).count();
        if (active >= queues.limits().moveTasks.getAsLong()) {
            throw Errors.unsupported("The account has " + active + " active message movement tasks, which is as many "
                    + "as there may be.");
        }
        Move move = new Move(queues, source, destination, perSecond, ++started);
        moves.addFirst(move);
        if (moves.size() > KEPT) {
            moves.removeLast();
        }
        move.start();
        return move.task().handle();
    }

    /**
     * Cancels a task.
     *
     * @return messages moved until then
     * @throws AwsError {@code ResourceNotFoundException} when no such task runs
     */
    public synchronized long cancel(String handle) throws AwsError {
        for (Deque<Move> moves : bySource.values()) {
            for (Move move : moves) {
                if (move.isActive() && move.task().handle().equals(handle)) {
                    return move.cancel();
                }
            }
        }
        throw Errors.noTask();
    }

    /** The newest tasks of a queue, newest first; at most 10 are kept. */
    public synchronized List<MoveTask> of(Queue source) {
        Deque<Move> moves = bySource.get(source.fullName());
        return moves == null ? List.of() : moves.stream().map(Move::task).toList();
    }

    synchronized void reset() {
        close();
        bySource.clear();
    }

    @Override
    public synchronized void close() {
        bySource.values().forEach(moves -> moves.forEach(Move::stop));
    }
}
