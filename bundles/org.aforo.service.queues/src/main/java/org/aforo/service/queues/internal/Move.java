package org.aforo.service.queues.internal;

import java.util.List;

import org.aforo.api.Arn;
import org.aforo.api.endpoint.AwsError;

/**
 * A move task at work: messages that are visible, oldest first. It tells {@link MoveTasks} after each few messages how
 * far it is, so that it can go on from there over a restart.
 */
final class Move {

    private static final int BATCH = 100;
    private static final long NANOS = 1_000_000_000L;
    private static final long MILLIS = 1_000;
    private static final AwsError NO_SOURCE = AwsError.client("CouldNotDetermineMessageSource",
            "CouldNotDetermineMessageSource");
    private static final AwsError NO_QUEUE = AwsError.client("AWS.SimpleQueueService.NonExistentQueue",
            "AWS.SimpleQueueService.NonExistentQueue");

    private final Queues queues;
    private final MoveTasks tasks;
    private final Queue source;
    private final MoveTask task;
    private volatile boolean cancelled;
    private volatile boolean halted;
    private volatile long moved;
    private Thread thread;

    Move(Queues queues, MoveTasks tasks, Queue source, MoveTask task) {
        this.queues = queues;
        this.tasks = tasks;
        this.source = source;
        this.task = task;
        this.moved = task.moved();
    }

    Queue source() {
        return source;
    }

    MoveTask task() {
        return task.with(cancelled ? MoveTask.CANCELLING : MoveTask.RUNNING, moved, null);
    }

    void start() {
        thread = queues.bench().scheduler().start("sqs-move-" + source.fullName().name(), this::run);
    }

    long cancel() {
        cancelled = true;
        thread.interrupt();
        return moved;
    }

    /** Has it end, without a word, and waits until it has; it goes on when the bench is there again. */
    void halt() {
        halted = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        MoveTask ended;
        try {
            move();
            ended = task.with(MoveTask.COMPLETED, moved, null);
        } catch (InterruptedException e) {
            if (halted) {
                return;
            }
            ended = task.with(MoveTask.CANCELLED, moved, null);
        } catch (AwsError e) {
            ended = task.with(MoveTask.FAILED, moved, e.getMessage());
        }
        tasks.ended(this, ended);
    }

    private void move() throws AwsError, InterruptedException {
        Integer perSecond = task.perSecond();
        long begin = queues.bench().clock().nanos();
        long before = moved;
        int batch = perSecond == null ? BATCH : Math.clamp(perSecond / 10, 1, BATCH);
        long from = 0;
        while (moved < task.toMove()) {
            checkAge();
            List<Message> messages = source.visible(from, (int) Math.min(batch, task.toMove() - moved));
            if (messages.isEmpty()) {
                return;
            }
            from = messages.getLast().number + 1;
            Moved done = source.move(messages, this::route);
            moved += done.messages();
            done.orThrow();
            tasks.advanced(this);
            if (cancelled || halted) {
                // What is written and read in between may have swallowed the interrupt
                throw new InterruptedException();
            }
            if (perSecond != null) {
                queues.bench().scheduler().sleepUntil(begin + (moved - before) * NANOS / perSecond);
            }
        }
    }

    private void checkAge() throws AwsError {
        long most = queues.limits().moveSeconds.getAsLong();
        if (queues.bench().clock().millis() - task.started() >= most * MILLIS) {
            throw AwsError.client("MaximumDurationExceeded",
                    "The task ran for " + most + " seconds, which is as long as "
                            + "one may.");
        }
    }

    private Queue route(StoredMessage message) throws AwsError {
        String to = task.destination() == null ? message.source() : task.destination();
        if (to == null) {
            throw NO_SOURCE;
        }
        Queue queue = queues.lookUp(QueueName.of(Arn.parse(to)));
        if (queue == null) {
            throw NO_QUEUE;
        }
        return queue;
    }
}
