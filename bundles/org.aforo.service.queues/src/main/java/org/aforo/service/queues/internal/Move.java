package org.aforo.service.queues.internal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import org.aforo.api.Arn;
import org.aforo.api.endpoint.AwsError;

/** One task that moves messages out of a dead-letter queue, oldest first. Messages in flight stay. */
final class Move {

    private static final int BATCH = 100;
    private static final long NANOS = 1_000_000_000L;
    private static final AwsError NO_SOURCE = AwsError.client("CouldNotDetermineMessageSource",
            "CouldNotDetermineMessageSource");
    private static final AwsError NO_QUEUE = AwsError.client("AWS.SimpleQueueService.NonExistentQueue",
            "AWS.SimpleQueueService.NonExistentQueue");

    private final Queues queues;
    private final Queue source;
    private final Queue destination;
    private final Integer perSecond;
    private final String handle;
    private final long toMove;
    private final long startedAt;
    private volatile String status = "RUNNING";
    private volatile long moved;
    private volatile String failure;
    private Thread thread;

    /** @param count how many tasks there were before */
    Move(Queues queues, Queue source, Queue destination, Integer perSecond, long count) {
        this.queues = queues;
        this.source = source;
        this.destination = destination;
        this.perSecond = perSecond;
        this.toMove = source.counts().visible();
        this.startedAt = queues.bench().clock().millis();
        String text = "{\"taskId\":\"" + new MessageIds(startedAt).id(count) + "\",\"sourceArn\":\"" + source.arn()
                + "\"}";
        this.handle = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    MoveTask task() {
        return new MoveTask(handle, status, source.arn().toString(),
                destination == null ? null : destination.arn().toString(), perSecond, moved, toMove, failure,
                startedAt);
    }

    boolean isActive() {
        return status.equals("RUNNING") || status.equals("CANCELLING");
    }

    void start() {
        thread = queues.bench().scheduler().start("sqs-move-" + source.fullName().name(), this::run);
    }

    long cancel() {
        status = "CANCELLING";
        stop();
        return moved;
    }

    /** Has it end soon. */
    void stop() {
        thread.interrupt();
    }

    private void run() {
        try {
            move();
            status = "COMPLETED";
        } catch (InterruptedException e) {
            status = "CANCELLED";
        } catch (AwsError e) {
            failure = e.getMessage();
            status = "FAILED";
        }
    }

    private void move() throws AwsError, InterruptedException {
        long begin = queues.bench().clock().nanos();
        int batch = perSecond == null ? BATCH : Math.clamp(perSecond / 10, 1, BATCH);
        long from = 0;
        while (moved < toMove) {
            List<Message> messages = source.visible(from, (int) Math.min(batch, toMove - moved));
            if (messages.isEmpty()) {
                return;
            }
            from = messages.getLast().number + 1;
            moved += source.move(messages, this::route);
            if (perSecond != null) {
                queues.bench().scheduler().sleepUntil(begin + moved * NANOS / perSecond);
            } else if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }

    private Queue route(StoredMessage message) throws AwsError {
        if (destination != null) {
            if (queues.lookUp(destination.fullName()) != destination) {
                throw NO_QUEUE;
            }
            return destination;
        }
        if (message.source() == null) {
            throw NO_SOURCE;
        }
        Queue origin = queues.lookUp(QueueName.of(Arn.parse(message.source())));
        if (origin == null) {
            throw NO_QUEUE;
        }
        return origin;
    }
}
