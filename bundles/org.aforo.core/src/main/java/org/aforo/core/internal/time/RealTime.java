package org.aforo.core.internal.time;

import java.time.Duration;
import java.time.Instant;

/** The machine's own time; nothing else in the bench reads it. */
public final class RealTime {

    private RealTime() {
    }

    /** The date and time. */
    public static Instant now() {
        return Instant.now();
    }

    /** For spans of real time. */
    static long nanos() {
        return System.nanoTime();
    }

    /** Runs {@code task} each {@code period} of real time on a virtual thread, until that is interrupted. */
    public static Thread each(Duration period, String name, Runnable task) {
        return Thread.ofVirtual().name(name).inheritInheritableThreadLocals(false).start(() -> {
            try {
                while (!Thread.interrupted()) {
                    Thread.sleep(period);
                    task.run();
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
