package org.aforo.service.topics.internal;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import org.aforo.api.log.MetadataStore.MetaMap;
import org.aforo.api.time.Scheduler;
import org.aforo.service.topics.internal.delivery.Feed;

/**
 * Keeps how far a subscription is. Not at each step: what was delivered since the last time is delivered again after
 * the process was killed. Safe for many threads.
 */
final class Progress implements Courier.Saver {

    private static final Duration LATER = Duration.ofSeconds(1);

    private final MetaMap<Feed.Saved> map;
    private final String key;
    private final Feed feed;
    private final Scheduler scheduler;
    private final Runnable saved;
    private final AtomicBoolean waiting = new AtomicBoolean();
    private Feed.Saved last;
    private boolean closed;

    /** @param saved is told each time */
    Progress(MetaMap<Feed.Saved> map, String key, Feed feed, Scheduler scheduler, Runnable saved) {
        this.map = map;
        this.key = key;
        this.feed = feed;
        this.scheduler = scheduler;
        this.saved = saved;
        now();
    }

    @Override
    public void save() {
        if (waiting.compareAndSet(false, true)) {
            scheduler.after(LATER, "sns progress", () -> {
                waiting.set(false);
                now();
            });
        }
    }

    private synchronized void now() {
        Feed.Saved state = feed.saved();
        if (!closed && !state.equals(last)) {
            map.put(key, state);
            last = state;
            saved.run();
        }
    }

    /** Keeps it a last time. */
    synchronized void close() {
        now();
        closed = true;
    }

    /** Forgets it. */
    synchronized void forget() {
        closed = true;
        map.remove(key);
    }
}
