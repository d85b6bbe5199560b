package org.aforo.api.time;

import java.time.Duration;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Timers and waits by the bench clock. While time flows by itself each timer's task runs on a virtual
 * thread of its own; when time is moved by hand it runs on the thread that moves it. A task that throws
 * is reported as an event; a repeated one goes on.
 */
@ProviderType
public interface Scheduler {

    /** Runs {@code task} once, {@code delay} from now. */
    Timer after(Duration delay, String name, Runnable task);

    /** Runs {@code task} each {@code period}, first one period from now; never two runs at once. */
    Timer every(Duration period, String name, Runnable task);

    /** Waits for a span of bench time. */
    void sleep(Duration span) throws InterruptedException;

    /**
     * Waits until a moment of bench time, by {@link BenchClock#nanos()}. Who looks at the clock, finds nothing to do and
     * wants to look again later waits so: a clock that is moved by hand between the two is not missed.
     */
    void sleepUntil(long nanos) throws InterruptedException;

    /** Runs {@code task} now, on a virtual thread. */
    Thread start(String name, Runnable task);

    /** A thing to wait for. */
    Signal signal();

    /** A timer that was set. */
    interface Timer {
        /** Takes it back; a task that has begun goes on. Idempotent. */
        void cancel();
    }

    /**
     * Wakes those who wait for news. Take the {@link #stamp()} first, look for what you want, and if it
     * isn't there wait with that stamp: news that came between is not missed.
     */
    interface Signal {
        /** Changes with each {@link #raise()}. */
        long stamp();

        /**
         * Waits until raised after {@code stamp} was taken, or until {@code timeout} of bench time is over.
         *
         * @return whether it was raised
         */
        boolean await(long stamp, Duration timeout) throws InterruptedException;

        /** Wakes all who wait. Never blocks. */
        void raise();
    }
}
