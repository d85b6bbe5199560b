package org.aforo.core.internal.time;

import java.time.Duration;
import java.util.function.BiConsumer;

import org.aforo.api.time.Scheduler;

/** Timers and waits on the bench's clock. */
public final class BenchScheduler implements Scheduler {

    private final BenchTime time;
    private final BiConsumer<String, Throwable> failed;

    /** @param failed is told the name and the error of a task that threw */
    public BenchScheduler(BenchTime time, BiConsumer<String, Throwable> failed) {
        this.time = time;
        this.failed = failed;
    }

    @Override
    public Timer after(Duration delay, String name, Runnable task) {
        return new BenchTimer(time, name, guarded(name, task), delay, 0);
    }

    @Override
    public Timer every(Duration period, String name, Runnable task) {
        if (!period.isPositive()) {
            throw new IllegalArgumentException("A period is longer than nothing");
        }
        return new BenchTimer(time, name, guarded(name, task), period, Spans.nanos(period));
    }

    @Override
    public void sleep(Duration span) throws InterruptedException {
        if (span.isPositive()) {
            sleepUntil(time.in(span));
        } else if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    @Override
    public void sleepUntil(long nanos) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (time.nanos() < nanos) {
            time.await(new Waiter(), nanos);
        }
    }

    @Override
    public Thread start(String name, Runnable task) {
        return Thread.ofVirtual().name(name).inheritInheritableThreadLocals(false).start(guarded(name, task));
    }

    @Override
    public Signal signal() {
        return new BenchSignal(time);
    }

    private Runnable guarded(String name, Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (Throwable thrown) {
                // The end of the line for whatever a task didn't handle: nobody else would ever hear of it.
                failed.accept(name, thrown);
            }
        };
    }
}
