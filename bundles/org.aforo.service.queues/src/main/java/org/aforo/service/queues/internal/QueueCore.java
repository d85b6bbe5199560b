package org.aforo.service.queues.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import org.aforo.api.Bench;
import org.aforo.api.access.AccessPolicy;
import org.aforo.api.endpoint.AwsError;
import org.aforo.api.meter.Meter;
import org.aforo.api.time.Scheduler.Timer;
import org.aforo.service.queues.internal.MessageStore.Filed;
import org.aforo.service.queues.internal.MessageStore.Put;

/**
 * The heart of a queue: its backlog, who waits for it, and what is to happen when. All changes of the backlog pass
 * through {@link #change}, which makes ready what came due, gives to those who wait, and sets the one timer.
 */
final class QueueCore {

    static final long MILLIS = 1_000;
    private static final long NEVER = Long.MAX_VALUE;

    final Bench bench;
    final Limits limits;
    final MessageStore store;
    final MessageIds ids;
    final Backlog backlog;
    final QueueFigures figures = new QueueFigures();
    final Meter in;
    final Meter out;
    final Attempts attempts = new Attempts();
    private final QueueName name;
    private final ReentrantLock lock = new ReentrantLock();
    private final SequencedSet<Waiter> waiters = new LinkedHashSet<>();
    private final SendsUnderWay sends = new SendsUnderWay();
    private final Picking picking;
    private final Upkeep upkeep;
    private volatile QueueMeta meta;
    private volatile AccessPolicy policy;
    private Timer timer;
    private long timerAt = NEVER;
    private boolean gone;

    QueueCore(QueueMeta meta, MessageStore store, Bench bench, Limits limits, DeadLetters deadLetters) {
        this.meta = meta;
        this.name = meta.fullName();
        this.store = store;
        this.bench = bench;
        this.limits = limits;
        this.ids = new MessageIds(meta.salt());
        this.backlog = new Backlog(meta.settings().fifo());
        this.picking = new Picking(this, deadLetters);
        this.upkeep = new Upkeep(this);
        String owner = name.arn().toString();
        this.policy = bench.policies().kept(name.arn(), meta.settings().policy());
        this.in = bench.meters().open(owner, "in");
        this.out = bench.meters().open(owner, "out");
    }

    QueueName name() {
        return name;
    }

    QueueMeta meta() {
        return meta;
    }

    /** Null when it has none. */
    AccessPolicy policy() {
        return policy;
    }

    QueueSettings settings() {
        return meta.settings();
    }

    Upkeep upkeep() {
        return upkeep;
    }

    /** Milliseconds since the epoch. */
    long now() {
        return bench.clock().millis();
    }

    /** Does something with the backlog. */
    <T> T change(Supplier<T> work) throws AwsError {
        List<Message> expired;
        List<Waiter> served;
        T result;
        lock.lock();
        try {
            if (gone) {
                throw Errors.noQueue();
            }
            long before = now();
            backlog.settle(before);
            expired = backlog.expire(before - settings().retentionSeconds() * MILLIS);
            result = work.get();
            // What is hidden for no time is there again at once, though that was a moment later
            long now = now();
            backlog.settle(now);
            served = serve(now);
            setTimer(now);
        } finally {
            lock.unlock();
        }
        // Now that the lock is free, which they ask for at once
        served.forEach(waiter -> waiter.signal.raise());
        noteGone(expired);
        return result;
    }

    /** Looks at the backlog; nothing is changed, and nothing that came due either. */
    <T> T look(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** Looks at the backlog as it is now, with what came due. */
    <T> T lookNow(Supplier<T> work) throws AwsError {
        if (look(() -> !gone && backlog.nextDue() <= now())) {
            change(() -> null);
        }
        return look(work);
    }

    private void noteGone(List<Message> expired) throws AwsError {
        if (!expired.isEmpty()) {
            store.deleted(expired.stream().mapToLong(message -> message.number).toArray());
            expired.forEach(upkeep::count);
        }
    }

    /** Gives to those who wait; they are to be told. */
    private List<Waiter> serve(long now) {
        if (waiters.isEmpty()) {
            return List.of();
        }
        List<Waiter> served = new ArrayList<>();
        while (!waiters.isEmpty() && backlog.ready() > 0) {
            Waiter waiter = waiters.getFirst();
            Take take = picking.pick(waiter.spec, now);
            if (take.isEmpty()) {
                break;
            }
            waiters.removeFirst();
            waiter.given = take;
            served.add(waiter);
        }
        return served;
    }

    private void setTimer(long now) {
        long retention = settings().retentionSeconds() * MILLIS;
        long next = Math.min(backlog.nextDue(), backlog.oldest() == NEVER ? NEVER : backlog.oldest() + retention);
        if (next < timerAt) {
            if (timer != null) {
                timer.cancel();
            }
            timerAt = next;
            timer = bench.scheduler().after(Duration.ofMillis(Math.max(0, next - now)), "sqs-" + name.name(),
                    this::comeDue);
        }
    }

    private void comeDue() {
        look(() -> {
            timer = null;
            timerAt = NEVER;
            return null;
        });
        if (!isGone()) {
            change(() -> null);
        }
    }

    private boolean isGone() {
        return look(() -> gone);
    }

    /** Appends messages, and has them in the backlog. */
    Put append(List<Filed> filed) throws AwsError {
        SendsUnderWay.Send send = look(() -> sends.begin(store.next()));
        try {
            Put put = store.append(filed);
            change(() -> {
                for (int i = 0; i < filed.size(); i++) {
                    add(filed.get(i), put.place() + i, put.sizes()[i]);
                }
                return null;
            });
            return put;
        } finally {
            look(() -> {
                sends.end(send);
                return null;
            });
        }
    }

    private void add(Filed filed, long place, int size) {
        StoredMessage stored = filed.message();
        MessageGroup group = backlog.order.group(stored.groupId());
        Message message = stored.id() == null ? new Message(place, place, stored.sentAt(), size, group)
                : new DeadLetter(place, place, stored.sentAt(), filed.dueAt(), size, group);
        message.dueAt = filed.dueAt();
        backlog.add(message, now());
    }

    /** Messages of lower numbers are in the backlog, or gone; and no lower place is needed for others. */
    long known() {
        return look(() -> sends.known(store.next()));
    }

    /**
     * Takes messages for a receive, or has it wait.
     *
     * @param waiter who is to wait; null for nobody
     */
    Take take(ReceiveSpec spec, Waiter waiter) throws AwsError {
        return change(() -> {
            Take take = picking.receive(spec, now(), waiter != null);
            if (take.isEmpty() && waiter != null) {
                waiters.add(waiter);
            }
            return take;
        });
    }

    /** What a waiter was given; it waits no more. */
    Take leave(Waiter waiter) throws AwsError {
        return look(() -> {
            waiters.remove(waiter);
            if (waiter.given == null && gone) {
                throw Errors.noQueue();
            }
            return waiter.given == null ? Take.NOTHING : waiter.given;
        });
    }

    int waiting() {
        return look(waiters::size);
    }

    /** Messages that were taken for a receive that can't have them are ready again. */
    void putBack(Take take) throws AwsError {
        change(() -> {
            take.live().forEach(picked -> putBack(picked.message()));
            take.dead().forEach(picked -> putBack(picked.message()));
            return null;
        });
    }

    private void putBack(Message message) {
        if (message.state == Message.State.IN_FLIGHT) {
            backlog.putBack(message);
        }
    }

    /** The message as stored; null when it is gone. */
    StoredMessage read(Message message, long from) throws AwsError {
        long place = from;
        while (true) {
            StoredMessage stored = store.read(place);
            if (stored != null) {
                return stored;
            }
            long last = place;
            place = look(() -> message.state == Message.State.GONE ? last : message.place);
            if (place == last) {
                return null;
            }
        }
    }

    /** Removes messages for good; returns when that is noted. */
    void remove(List<Message> messages) throws AwsError {
        if (messages.isEmpty()) {
            return;
        }
        store.deleted(messages.stream().mapToLong(message -> message.number).toArray());
        change(() -> {
            messages.forEach(backlog::remove);
            return null;
        });
        messages.forEach(upkeep::count);
    }

    /** Settings are in force at once. */
    void meta(QueueMeta changed) throws AwsError {
        AccessPolicy now = bench.policies().kept(name.arn(), changed.settings().policy());
        change(() -> {
            policy = now;
            boolean delays = changed.settings().fifo()
                    && changed.settings().delaySeconds() != settings().delaySeconds();
            meta = changed;
            if (delays) {
                backlog.delayAll(changed.settings().delaySeconds() * MILLIS);
            }
            return null;
        });
    }

    /** Reads what the store has. */
    void restore(Restore restore) throws AwsError {
        look(() -> {
            store.restore(restore);
            restore.into(backlog, now(), settings().retentionSeconds() * MILLIS);
            setTimer(now());
            return null;
        });
    }

    /** Ends it; those who wait are told that there is no such queue. */
    void close() {
        List<Waiter> told = new ArrayList<>();
        look(() -> {
            gone = true;
            if (timer != null) {
                timer.cancel();
            }
            told.addAll(waiters);
            return null;
        });
        told.forEach(waiter -> waiter.signal.raise());
        in.close();
        out.close();
    }
}
