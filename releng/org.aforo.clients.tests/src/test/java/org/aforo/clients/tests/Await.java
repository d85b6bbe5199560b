package org.aforo.clients.tests;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** Waits for what other threads and processes do, for two minutes at most. */
final class Await {

    private static final Duration LONGEST = Duration.ofSeconds(120);
    private static final Duration LOOK = Duration.ofMillis(50);

    private Await() {
    }

    static void until(Supplier<String> what, Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + LONGEST.toSeconds() + " s: " + what.get());
            }
            Thread.sleep(LOOK);
        }
    }
}
