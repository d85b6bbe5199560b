package org.aforo.gateway.internal;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.aforo.api.endpoint.AwsError;

/** How many bytes of request bodies may be held at once. Small ones are free: the connection limit bounds them. */
final class BodyBudget {

    static final int FREE = 64 << 10;
    private static final int UNIT = 1 << 10;

    private final Semaphore units;
    private final int all;

    BodyBudget(long bytes) {
        all = (int) Math.min(Integer.MAX_VALUE, Math.max(1, bytes / UNIT));
        units = new Semaphore(all, true);
    }

    /**
     * Takes room for a body, waiting up to {@code wait} of real time.
     *
     * @return what to {@link #release}
     * @throws AwsError {@code ServiceUnavailable} when there is none
     */
    int take(long bytes, Duration wait) throws InterruptedException {
        if (bytes <= FREE) {
            return 0;
        }
        int wanted = (int) Math.min(all, (bytes + UNIT - 1) / UNIT);
        if (!units.tryAcquire(wanted, wait.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new AwsError("ServiceUnavailable", 503,
                    "Too many large requests at once; please reduce your request rate.");
        }
        return wanted;
    }

    void release(int taken) {
        if (taken > 0) {
            units.release(taken);
        }
    }
}
