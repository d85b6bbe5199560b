package org.aforo.service.queues.internal;

import java.util.Map;

/**
 * What is kept of a queue.
 *
 * @param salt     tells it from a queue of the same name that was there before
 * @param created  milliseconds since the epoch
 * @param modified when its settings were changed last, alike
 * @param purged   when it was purged last, alike; 0 for never
 */
public record QueueMeta(String account, String region, String name, long salt, long created, long modified,
        long purged, QueueSettings settings, Map<String, String> tags) {

    QueueName fullName() {
        return new QueueName(account, region, name);
    }

    QueueMeta withSettings(QueueSettings changed, long now) {
        return new QueueMeta(account, region, name, salt, created, now, purged, changed, tags);
    }

    QueueMeta withTags(Map<String, String> changed) {
        return new QueueMeta(account, region, name, salt, created, modified, purged, settings, changed);
    }

    QueueMeta withPurge(long now) {
        return new QueueMeta(account, region, name, salt, created, modified, now, settings, tags);
    }
}
