package org.aforo.core.internal.log;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Forces logs to disk that were written to, each at most once an interval; idle while none is. The interval is
 * real time, whatever the bench clock does: it bounds what a loss of power costs, and a stepped clock's next
 * timer must be a service's.
 */
final class Forcer implements AutoCloseable {

    /** Forced at once where there are many: a file system with a journal makes them safe together. */
    private static final int AT_ONCE = 32;
    /** So many are forced faster one after the other. */
    private static final int FEW = 8;
    private static final long LONGEST = TimeUnit.NANOSECONDS.toSeconds(Long.MAX_VALUE);

    private final Duration interval;
    // Holds a log once at most, however often it is written to.
    private final BlockingQueue<LogWriter> dirty = new LinkedBlockingQueue<>();
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread;

    Forcer(Duration interval) {
        this.interval = interval;
        this.thread = Thread.ofVirtual().name("log-force").start(this::run);
    }

    void add(LogWriter log) {
        dirty.add(log);
    }

    @Override
    public void close() {
        stop.countDown();
        thread.interrupt();
    }

    private void run() {
        List<LogWriter> round = new ArrayList<>();
        try {
            while (stop.getCount() > 0) {
                round.add(dirty.take());
                if (stop.await(interval.toSeconds() > LONGEST ? Long.MAX_VALUE : interval.toNanos(),
                        TimeUnit.NANOSECONDS)) {
                    return;
                }
                dirty.drainTo(round);
                force(round);
                round.clear();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void force(List<LogWriter> round) throws InterruptedException {
        Queue<LogWriter> left = new ConcurrentLinkedQueue<>(round);
        List<Thread> helpers = new ArrayList<>();
        while (helpers.size() < Math.min(AT_ONCE, round.size() / FEW) - 1) {
            helpers.add(Thread.ofVirtual().name("log-force-helper").start(() -> drain(left)));
        }
        drain(left);
        for (Thread helper : helpers) {
            helper.join();
        }
    }

    private static void drain(Queue<LogWriter> left) {
        for (LogWriter log = left.poll(); log != null; log = left.poll()) {
            log.force();
        }
    }
}
