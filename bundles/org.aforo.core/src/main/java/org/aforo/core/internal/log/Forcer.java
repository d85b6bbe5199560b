package org.aforo.core.internal.log;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Forces logs to disk that were written to, each at most once an interval; idle while none is. The interval is
 * real time, whatever the bench clock does: it bounds what a loss of power costs, and a stepped clock's next
 * timer must be a service's.
 */
final class Forcer implements AutoCloseable {

    private static final long LONGEST = TimeUnit.NANOSECONDS.toSeconds(Long.MAX_VALUE);

    private final Duration interval;
    private final Journals journals;
    // Holds a log once at most, however often it is written to.
    private final BlockingQueue<LogWriter> dirty = new LinkedBlockingQueue<>();
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread;

    Forcer(Duration interval, Journals journals) {
        this.interval = interval;
        this.journals = journals;
        this.thread = Thread.ofVirtual().name("log-force").start(this::run);
    }

    /** Lets a log be made anew under a name. */
    void forget(String name) throws IOException {
        journals.forget(name);
    }

    void add(LogWriter log) {
        dirty.add(log);
    }

    @Override
    public void close() {
        stop.countDown();
        thread.interrupt();
        try {
            thread.join();
            journals.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            return; // what the journals keep is written to the logs when the next run begins
        }
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
                AtOnce.all(journals.keep(round), LogWriter::force);
                round.clear();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
