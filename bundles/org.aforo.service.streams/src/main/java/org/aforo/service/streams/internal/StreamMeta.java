package org.aforo.service.streams.internal;

import java.util.List;
import java.util.Map;

/**
 * What is kept of a stream.
 *
 * @param status         {@code CREATING}, {@code ACTIVE}, {@code UPDATING} or {@code DELETING}
 * @param mode           {@code PROVISIONED} or {@code ON_DEMAND}
 * @param created        milliseconds since the epoch
 * @param retentionHours how long records are kept
 */
public record StreamMeta(String account, String region, String name, String status, String mode, long created,
        int retentionHours, Map<String, String> tags, List<ShardMeta> shards) {

    StreamName fullName() {
        return new StreamName(account, region, name);
    }

    StreamMeta withStatus(String changed) {
        return new StreamMeta(account, region, name, changed, mode, created, retentionHours, tags, shards);
    }

    public StreamMeta withTags(Map<String, String> changed) {
        return new StreamMeta(account, region, name, status, mode, created, retentionHours, changed, shards);
    }
}
