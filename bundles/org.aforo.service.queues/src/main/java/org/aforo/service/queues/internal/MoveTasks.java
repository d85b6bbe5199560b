package org.aforo.service.queues.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

import org.aforo.api.Arn;
import org.aforo.api.endpoint.AwsError;
import org.aforo.api.log.MetadataStore.MetaMap;

/**
 * Tasks that move messages out of dead-letter queues, and what became of the last ones. They are kept in the bench's
 * metadata: one that runs when the bench ends, or is killed, goes on when it is there again, as nothing ends a task on
 * AWS either. Safe for many threads.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-dead-letter-queue-redrive.html">
 *      Dead-letter queue redrive</a>
 */
public final class MoveTasks implements AutoCloseable {

    private static final int KEPT = 10;

    private final Queues queues;
    private final MetaMap<MoveHistory> stored;
    private final Map<QueueName, Tasks> bySource = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();

    /** A queue's tasks. */
    private static final class Tasks {
        private Move active;
        /** Newest first. */
        private final Deque<MoveTask> ended = new ArrayDeque<>();

        List<MoveTask> all() {
            List<MoveTask> all = new ArrayList<>(KEPT);
            if (active != null) {
                all.add(active.task());
            }
            ended.stream().limit(KEPT - all.size()).forEach(all::add);
            return all;
        }
    }

    /** Tasks that ran when the bench ended go on. */
    MoveTasks(Queues queues) {
        this.queues = queues;
        this.stored = queues.bench().metadata().map("sqs.move-tasks", MoveHistory.class);
        stored.all().forEach(this::restore);
        bySource.values().stream().map(tasks -> tasks.active).filter(Objects::nonNull).forEach(Move::start);
    }

    private void restore(String arn, MoveHistory history) {
        Queue source = queues.lookUp(QueueName.of(Arn.parse(arn)));
        if (source == null) {
            stored.remove(arn);
            return;
        }
        Tasks tasks = new Tasks();
        for (MoveTask task : history.tasks()) {
            switch (task.status()) {
                case MoveTask.RUNNING -> tasks.active = new Move(queues, this, source, task);
                case MoveTask.CANCELLING -> tasks.ended.add(task.with(MoveTask.CANCELLED, task.moved(), null));
                default -> tasks.ended.add(task);
            }
        }
        bySource.put(source.fullName(), tasks);
    }

    /**
     * Starts a task.
     *
     * @param destination null for the queues the messages came from
     * @param perSecond   null for as fast as it goes
     * @return its handle
     * @throws AwsError {@code InvalidParameterValue} when one runs already
     */
    public String start(Queue source, Queue destination, Integer perSecond) throws AwsError {
        lock.lock();
        try {
            Tasks tasks = bySource.computeIfAbsent(source.fullName(), name -> new Tasks());
            if (tasks.active != null) {
                throw Errors.invalid("There is already a task running. Only one active task is allowed for a source "
                        + "queue arn at a given time.");
            }
            long active = bySource.values().stream().filter(each -> each.active != null).count();
            if (active >= queues.limits().moveTasks.getAsLong()) {
                throw Errors.unsupported("The account has " + active + " active message movement tasks, which is as "
                        + "many as there may be.");
            }
            String from = source.arn().toString();
            MoveTask task = new MoveTask(handle(from), MoveTask.RUNNING, from,
                    destination == null ? null : destination.arn().toString(), perSecond, 0,
                    source.counts().visible(), null, queues.bench().clock().millis());
            tasks.active = new Move(queues, this, source, task);
            keep(from, tasks);
            tasks.active.start();
            return task.handle();
        } finally {
            lock.unlock();
        }
    }

    private static String handle(String source) {
        String text = "{\"taskId\":\"" + UUID.randomUUID() + "\",\"sourceArn\":\"" + source + "\"}";
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private void keep(String source, Tasks tasks) {
        stored.put(source, new MoveHistory(tasks.all()));
    }

    /**
     * Cancels a task.
     *
     * @return messages moved until then
     * @throws AwsError {@code ResourceNotFoundException} when no such task runs
     */
    public long cancel(String handle) throws AwsError {
        lock.lock();
        try {
            for (Tasks tasks : bySource.values()) {
                if (tasks.active != null && tasks.active.task().handle().equals(handle)) {
                    long moved = tasks.active.cancel();
                    keep(tasks.active.task().source(), tasks);
                    return moved;
                }
            }
            throw Errors.noTask();
        } finally {
            lock.unlock();
        }
    }

    /** The newest tasks of a queue, newest first; at most 10 are kept. */
    public List<MoveTask> of(Queue source) {
        lock.lock();
        try {
            Tasks tasks = bySource.get(source.fullName());
            return tasks == null ? List.of() : tasks.all();
        } finally {
            lock.unlock();
        }
    }

    /** A task has moved some more. */
    void advanced(Move move) {
        lock.lock();
        try {
            Tasks tasks = bySource.get(move.source().fullName());
            if (tasks != null && tasks.active == move) {
                keep(move.task().source(), tasks);
            }
        } finally {
            lock.unlock();
        }
    }

    /** A task is over. */
    void ended(Move move, MoveTask task) {
        lock.lock();
        try {
            Tasks tasks = bySource.get(move.source().fullName());
            if (tasks == null || tasks.active != move) {
                return;
            }
            tasks.active = null;
            tasks.ended.addFirst(task);
            while (tasks.ended.size() > KEPT) {
                tasks.ended.removeLast();
            }
            keep(task.source(), tasks);
        } finally {
            lock.unlock();
        }
        tell(task);
    }

    private void tell(MoveTask task) {
        String text = "messages moved: " + task.moved() + " of " + task.toMove() + ", to "
                + (task.destination() == null ? "where they came from" : task.destination());
        boolean failed = task.status().equals(MoveTask.FAILED);
        queues.bench().events().publish("move-task-" + task.status().toLowerCase(Locale.ROOT), task.source(),
                failed ? task.failure() + ": " + text : text);
    }

    /** A queue is gone, and so are its tasks. */
    void forget(QueueName source) {
        Tasks tasks;
        lock.lock();
        try {
            tasks = bySource.remove(source);
            if (tasks == null) {
                return;
            }
            stored.remove(source.arn().toString());
        } finally {
            lock.unlock();
        }
        if (tasks.active != null) {
            tasks.active.halt();
        }
    }

    /** Has all tasks end, for the time being. */
    @Override
    public void close() {
        List<Move> active;
        lock.lock();
        try {
            active = bySource.values().stream().map(tasks -> tasks.active).filter(Objects::nonNull).toList();
        } finally {
            lock.unlock();
        }
        active.forEach(Move::halt);
    }
}
