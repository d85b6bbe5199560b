package org.aforo.core.internal.log;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/** Forces several things at once where there are many: a file system with a journal makes them safe together. */
final class AtOnce {

    private static final int MOST = 32;
    /** So many are forced faster one after the other. */
    private static final int FEW = 8;

    private AtOnce() {
    }

    /** Whether all that was done to all of them succeeded. */
    static <T> boolean all(Collection<T> items, Predicate<T> work) throws InterruptedException {
        Queue<T> left = new ConcurrentLinkedQueue<>(items);
        AtomicBoolean good = new AtomicBoolean(true);
        Runnable drain = () -> {
            for (T item = left.poll(); item != null; item = left.poll()) {
                if (!work.test(item)) {
                    good.set(false);
                }
            }
        };
        List<Thread> helpers = new ArrayList<>();
        while (helpers.size() < Math.min(MOST, items.size() / FEW) - 1) {
            helpers.add(Thread.ofVirtual().name("log-force-helper").start(drain));
        }
        drain.run();
        for (Thread helper : helpers) {
            helper.join();
        }
        return good.get();
    }
}
