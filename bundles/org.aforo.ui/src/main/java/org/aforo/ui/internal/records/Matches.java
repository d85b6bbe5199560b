package org.aforo.ui.internal.records;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/** Which records are what is searched for, found out in the background. */
final class Matches implements AutoCloseable {

    private final ExecutorService worker = Executors
            .newSingleThreadExecutor(Thread.ofVirtual().name("record search").factory());
    private final AtomicBoolean pending = new AtomicBoolean();
    private final Runnable news;
    private volatile RecordSearch search;
    private volatile List<PeekedRecord> records = List.of();
    private volatile Map<PeekedRecord, Boolean> known = Map.of();
    private volatile int count;

    /** @param news called when more is known, on the thread here */
    Matches(Runnable news) {
        this.news = news;
    }

    /** Searches for something else; nothing for an empty text. */
    void search(String text) {
        search = text.isBlank() ? null : RecordSearch.of(text);
        known = Collections.synchronizedMap(new IdentityHashMap<>());
        count = 0;
        ask();
    }

    /** In what there is now. */
    void in(List<PeekedRecord> now) {
        records = now;
        ask();
    }

    boolean active() {
        return search != null;
    }

    /** What is to be marked in a text, in lower case. */
    String highlight() {
        RecordSearch now = search;
        return now == null ? "" : now.highlight();
    }

    boolean found(PeekedRecord one) {
        return search != null && known.getOrDefault(one, false);
    }

    int count() {
        return count;
    }

    private void ask() {
        if (search != null && !worker.isShutdown() && pending.compareAndSet(false, true)) {
            worker.execute(this::work);
        }
    }

    private void work() {
        pending.set(false);
        RecordSearch now = search;
        Map<PeekedRecord, Boolean> into = known;
        if (now == null) {
            return;
        }
        boolean more = false;
        int hits = 0;
        List<PeekedRecord> all = records;
        for (PeekedRecord one : all) {
            Boolean hit = into.get(one);
            if (hit == null) {
                hit = now.test(one);
                into.put(one, hit);
                more = true;
            }
            hits += hit ? 1 : 0;
            if (search != now || Thread.currentThread().isInterrupted()) {
                return;
            }
        }
        if (into.size() > 2 * RecordRing.MOST) {
            known = Collections.synchronizedMap(new IdentityHashMap<>());
        }
        boolean changed = count != hits;
        count = hits;
        if (more || changed) {
            news.run();
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
