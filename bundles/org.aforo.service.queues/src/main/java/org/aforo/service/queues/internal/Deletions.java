package org.aforo.service.queues.internal;

import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

import org.aforo.api.Arn;
import org.aforo.api.log.MetadataStore.MetaMap;

/** Queues that were deleted lately, whose names aren't free yet; also over a restart. Its user locks. */
final class Deletions {

    /** How many that count no more are let go of at a time: more than come at a time. */
    private static final int LET_GO = 4;

    private final MetaMap<Deletion> stored;
    /** Milliseconds since the epoch, oldest first. */
    private final Map<QueueName, Long> times = new LinkedHashMap<>();

    /**
     * What is kept of one.
     *
     * @param time milliseconds since the epoch
     */
    record Deletion(long time) {
    }

    Deletions(MetaMap<Deletion> stored) {
        this.stored = stored;
        stored.all().entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.comparingLong(Deletion::time)))
                .forEach(each -> times.put(QueueName.of(Arn.parse(each.getKey())), each.getValue().time()));
    }

    void note(QueueName name, long now) {
        stored.put(name.arn().toString(), new Deletion(now));
        times.remove(name);
        times.put(name, now);
    }

    /** @param since the deletions before it count no more */
    boolean isRecent(QueueName name, long since) {
        letGo(since);
        Long time = times.get(name);
        return time != null && time > since;
    }

    private void letGo(long since) {
        Iterator<Map.Entry<QueueName, Long>> oldest = times.entrySet().iterator();
        for (int i = 0; i < LET_GO && oldest.hasNext(); i++) {
            Map.Entry<QueueName, Long> next = oldest.next();
            if (next.getValue() > since) {
                return;
            }
            stored.remove(next.getKey().arn().toString());
            oldest.remove();
        }
    }

    void clear() {
        stored.clear();
        times.clear();
    }
}
