package org.aforo.service.streams.internal;

import java.util.Map;

/**
 * What is kept of a registered consumer.
 *
 * @param status  {@code CREATING}, {@code ACTIVE} or {@code DELETING}
 * @param created milliseconds since the epoch
 */
public record ConsumerMeta(String account, String region, String stream, String name, String status, long created,
        Map<String, String> tags) {

    public StreamName streamName() {
        return new StreamName(account, region, stream);
    }

    ConsumerMeta withStatus(String changed) {
        return new ConsumerMeta(account, region, stream, name, changed, created, tags);
    }

    ConsumerMeta withTags(Map<String, String> changed) {
        return new ConsumerMeta(account, region, stream, name, status, created, changed);
    }
}
