package org.aforo.core.internal.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.function.LongUnaryOperator;

import org.aforo.api.time.BenchClock;

/**
 * The bench's clock, whether time flows by itself or is moved by hand, and the queue of what falls due.
 *
 * <p>While time flows, one thread sleeps until the next alarm and starts each on a virtual thread. While
 * it is moved, the flow stands still and alarms run on the moving thread, one after the other. An alarm's
 * action that waits for bench time on that thread moves time itself, as nobody else could.
 */
public final class BenchTime implements BenchClock, AutoCloseable {

    private static final double MAX_SCALE = 100_000;
    /** Marks the instants in which the flow changes, so that no reader sees time beyond the change. */
    private static final Flow CHANGING = new Flow(0, 0, 0);

    private final Instant origin;
    private final AlarmQueue queue = new AlarmQueue();
    private final ReentrantLock moving = new ReentrantLock();
    private final Set<Thread> waiting = ConcurrentHashMap.newKeySet();
    private final Thread dispatcher;
    private volatile LongConsumer moved = nanos -> {};
    private volatile Runnable ended = () -> {};
    private volatile Flow flow;
    private volatile double scale;
    private volatile boolean closed;
    private int moves;

    /**
     * @param origin the time it starts at
     * @param scale  as in {@link BenchClock#scale()}
     */
    public BenchTime(Instant origin, double scale) {
        this.origin = origin;
        this.scale = checked(scale);
        this.flow = new Flow(0, RealTime.nanos(), scale);
        this.dispatcher = Thread.ofPlatform().daemon().name("aforo-clock").inheritInheritableThreadLocals(false)
                .start(this::dispatch);
    }

    /** Calls {@code listener} on the moving thread, before time is moved from a moment and after the last move. */
    public void onMove(LongConsumer listener) {
        moved = listener;
    }

    /** Calls {@code listener} on the moving thread each time a move has ended. */
    public void afterMove(Runnable listener) {
        ended = listener;
    }

    @Override
    public long nanos() {
        while (true) {
            Flow now = flow;
            if (now != CHANGING) {
                long nanos = now.at(RealTime.nanos());
                if (now == flow) {
                    return nanos;
                }
            }
            Thread.onSpinWait();
        }
    }

    @Override
    public Instant now() {
        return at(nanos());
    }

    @Override
    public long millis() {
        return now().toEpochMilli();
    }

    @Override
    public double scale() {
        return scale;
    }

    @Override
    public void scale(double wanted) {
        checked(wanted);
        synchronized (this) {
            scale = wanted;
            if (moves == 0) {
                change(wanted, Long.MIN_VALUE);
            }
        }
        LockSupport.unpark(dispatcher);
    }

    @Override
    public void advance(Duration span) {
        if (span.isNegative()) {
            throw new IllegalArgumentException("Time never goes back");
        }
        move(() -> sum(nanos(), span));
    }

    @Override
    public void advanceTo(Instant moment) {
        move(() -> Spans.nanos(Duration.between(origin, moment)));
    }

    @Override
    public Instant nextTimer() {
        long next = queue.next();
        return next == Long.MAX_VALUE ? null : at(next);
    }

    /** The date and time at a moment of {@link #nanos()}. */
    public Instant at(long nanos) {
        return origin.plusNanos(nanos);
    }

    /** Whether the calling thread is the one that moves time. */
    public boolean movedHere() {
        return moving.isHeldByCurrentThread();
    }

    /** Whether a thread waits for bench time, or for news until some bench time. */
    public boolean waits(Thread thread) {
        return waiting.contains(thread);
    }

    /** Runs no more alarms; those who wait for bench time are interrupted. */
    @Override
    public void close() {
        closed = true;
        queue.close().stream().filter(alarm -> alarm.name() == null).forEach(alarm -> alarm.action().run());
        LockSupport.unpark(dispatcher);
    }

    /** The moment a span from now; the end of time if that is further than it can tell. */
    long in(Duration span) {
        return sum(nanos(), span);
    }

    /**
     * Sets an alarm for a moment that is reckoned from now; null once the clock is closed. Nobody moves time in between:
     * the moment is yet to come when the alarm is set.
     */
    synchronized Alarm set(LongUnaryOperator due, String name, Runnable action) {
        return set(due.applyAsLong(nanos()), name, action);
    }

    /** Sets an alarm; null once the clock is closed. */
    Alarm set(long due, String name, Runnable action) {
        Alarm alarm = queue.add(due, name, action);
        if (alarm != null && flow.scale() != 0 && queue.isFirst(alarm)) {
            LockSupport.unpark(dispatcher);
        }
        return alarm;
    }

    void unset(Alarm alarm) {
        if (alarm != null) {
            queue.remove(alarm);
        }
    }

    /** Waits until woken, or until {@code due}. */
    void await(Waiter waiter, long due) throws InterruptedException {
        if (movedHere() && due != Long.MAX_VALUE) {
            moveTo(due, waiter);
            return;
        }
        Alarm alarm = set(due, null, waiter::wake);
        waiting.add(waiter.thread());
        try {
            if (alarm != null && nanos() < due) { // time may have been moved before the alarm was set
                waiter.park();
            }
        } finally {
            waiting.remove(waiter.thread());
            unset(alarm);
        }
        if (closed) {
            throw new InterruptedException("The bench is closed");
        }
    }

    /** @param until is asked once time stands still */
    private void move(LongSupplier until) {
        moving.lock();
        try {
            hold();
            moveTo(until.getAsLong(), null);
            moved.accept(nanos());
            ended.run();
        } finally {
            release();
            moving.unlock();
        }
    }

    /** Runs what falls due until {@code until}, or until {@code waiter} is woken. Holding {@link #moving}. */
    private void moveTo(long until, Waiter waiter) {
        while (waiter == null || !waiter.done()) {
            long now = nanos();
            if (now < until && now < queue.next()) {
                moved.accept(now);
                step(until);
            }
            Alarm alarm = queue.poll(nanos());
            if (alarm != null) {
                alarm.action().run();
            } else if (nanos() >= until) {
                return;
            }
        }
    }

    /** Moves time to the next alarm, or to {@code until} when there is none before; none is set meanwhile. */
    private synchronized void step(long until) {
        change(0, Math.min(until, queue.next()));
    }

    private synchronized void hold() {
        if (moves++ == 0) {
            change(0, Long.MIN_VALUE);
        }
    }

    private void release() {
        synchronized (this) {
            if (--moves == 0) {
                change(scale, Long.MIN_VALUE);
            }
        }
        LockSupport.unpark(dispatcher);
    }

    /** Holding this object's lock. */
    private void change(double newScale, long notBefore) {
        Flow old = flow;
        flow = CHANGING;
        long real = RealTime.nanos();
        flow = new Flow(Math.max(old.at(real), notBefore), real, newScale);
    }

    private void dispatch() {
        while (!closed) {
            Flow now = flow;
            long next = queue.next();
            if (now.scale() == 0 || next == Long.MAX_VALUE) {
                // A change of flow ends in an unpark, so waiting through CHANGING is right too.
                LockSupport.park(this);
                continue;
            }
            long real = RealTime.nanos();
            long wait = now.until(next, real);
            if (wait > 0) {
                LockSupport.parkNanos(this, wait);
            } else {
                startDue();
            }
        }
    }

    /** Nobody moves time meanwhile, or what falls due later might run before what was found here. */
    private void startDue() {
        moving.lock();
        try {
            long until = nanos();
            for (Alarm alarm = queue.poll(until); alarm != null; alarm = queue.poll(until)) {
                start(alarm);
            }
        } finally {
            moving.unlock();
        }
    }

    private static void start(Alarm alarm) {
        if (alarm.name() == null) {
            alarm.action().run();
        } else {
            Thread.ofVirtual().name(alarm.name()).inheritInheritableThreadLocals(false).start(alarm.action());
        }
    }

    /** A span after a moment; the end of time if that is further than it can tell. */
    static long sum(long nanos, Duration span) {
        long more = Spans.nanos(span);
        return more >= Long.MAX_VALUE - Math.max(0, nanos) ? Long.MAX_VALUE : nanos + more;
    }

    private static double checked(double scale) {
        if (!(scale >= 0 && scale <= MAX_SCALE)) {
            throw new IllegalArgumentException("A clock's scale is from 0 to 100,000, not " + scale);
        }
        return scale;
    }
}
