package org.aforo.service.queues.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.aforo.api.endpoint.AwsError;

/** Receives messages from a queue. */
final class Receiving {

    private static final long NANOS = 1_000_000_000L;

    private final QueueCore core;
    private final FifoRate rate;
    private final String arn;

    /** @param rate null for a standard queue */
    Receiving(QueueCore core, FifoRate rate) {
        this.core = core;
        this.rate = rate;
        this.arn = core.name().arn().toString();
    }

    List<Received> receive(ReceiveSpec spec) throws AwsError, InterruptedException {
        if (rate != null) {
            rate.receive();
        }
        int wait = spec.waitSeconds() == null ? core.settings().waitSeconds() : spec.waitSeconds();
        long until = core.bench.clock().nanos() + wait * NANOS;
        for (long left = wait * NANOS;; left = until - core.bench.clock().nanos()) {
            Take take = take(spec, left);
            List<Received> received = give(take.live());
            moveAway(take, received.isEmpty());
            if (!received.isEmpty()) {
                core.figures.received.add(received.size());
                return received;
            }
            if (take.isEmpty()) {
                core.figures.empty.add(1);
                return List.of();
            }
        }
    }

    private Take take(ReceiveSpec spec, long left) throws AwsError, InterruptedException {
        if (left <= 0) {
            return core.take(spec, null);
        }
        Waiter waiter = new Waiter(spec, core.bench.scheduler().signal());
        Take take = core.take(spec, waiter);
        return take.isEmpty() ? await(waiter, left) : take;
    }

    private Take await(Waiter waiter, long left) throws AwsError, InterruptedException {
        try {
            waiter.signal.await(waiter.stamp, Duration.ofNanos(left));
        } catch (InterruptedException e) {
            core.putBack(core.leave(waiter));
            throw e;
        }
        return core.leave(waiter);
    }

    private List<Received> give(List<Picked> picked) throws AwsError {
        if (picked.isEmpty()) {
            return List.of();
        }
        core.store.received(picked);
        List<Received> received = new ArrayList<>(picked.size());
        long bytes = 0;
        for (Picked each : picked) {
            StoredMessage stored = core.read(each.message(), each.place());
            if (stored != null) {
                received.add(received(each, stored));
                bytes += each.message().size;
            }
        }
        core.out.add(received.size(), bytes);
        return received;
    }

    private Received received(Picked picked, StoredMessage stored) {
        long number = picked.message().number;
        return new Received(stored, id(number, stored),
                new ReceiptHandle(core.meta().salt(), number, picked.count()).toString(),
                core.settings().fifo() ? MessageIds.sequence(number) : null, picked.first(),
                stored.receives() + picked.count());
    }

    private String id(long number, StoredMessage stored) {
        return stored.id() == null ? core.ids.id(number) : stored.id();
    }

    /**
     * Moves dead letters; where that fails they are ready again.
     *
     * @param tell whether to throw then, unless it is the queue they were to go to that is gone
     */
    private void moveAway(Take take, boolean tell) throws AwsError {
        if (take.dead().isEmpty()) {
            return;
        }
        try {
            moveDead(take);
        } catch (AwsError e) {
            core.putBack(new Take(List.of(), take.dead(), null));
            if (tell && !e.code().equals(Errors.noQueue().code())) {
                throw e;
            }
        }
    }

    /** Dead letters are in their queue before they leave this one. */
    private void moveDead(Take take) throws AwsError {
        boolean fifo = core.settings().fifo();
        List<StoredMessage> letters = new ArrayList<>(take.dead().size());
        for (Picked dead : take.dead()) {
            StoredMessage stored = core.read(dead.message(), dead.place());
            if (stored != null) {
                letters.add(stored.asDeadLetter(id(dead.message().number, stored), arn, dead.count(),
                        fifo ? core.now() : stored.sentAt(), fifo));
            }
        }
        take.to().accept(letters);
        core.remove(take.dead().stream().map(Picked::message).toList());
        core.figures.redriven.add(letters.size());
        core.bench.events().publish("dead-letters", arn, letters.size() + " received too often, now in "
                + take.to().fullName().name());
    }
}
