package org.aforo.service.streams.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.aforo.api.endpoint.AwsError;

/**
 * What is kept of a stream.
 *
 * @param status         {@code CREATING}, {@code ACTIVE}, {@code UPDATING} or {@code DELETING}
 * @param mode           {@code PROVISIONED} or {@code ON_DEMAND}
 * @param created        milliseconds since the epoch
 * @param retentionHours how long records are kept
 * @param maxRecordKiB   how large a record's data may be; null for AWS's default, 1 MiB
 * @param scalings       when it was scaled in the last day, in milliseconds since the epoch; null for never
 * @param next           what it becomes once the change under way is done; null when there is none
 */
public record StreamMeta(String account, String region, String name, String status, String mode, long created,
        int retentionHours, Map<String, String> tags, List<ShardMeta> shards,
        Integer maxRecordKiB, List<Long> scalings, StreamMeta next) {

    private static final int DEFAULT_MAX = 1 << 20;
    private static final long DAY = Duration.ofHours(24).toMillis();

    StreamName fullName() {
        return new StreamName(account, region, name);
    }

    StreamMeta withStatus(String changed) {
        return new StreamMeta(account, region, name, changed, mode, created, retentionHours, tags, shards, maxRecordKiB,
                scalings, next);
    }

    StreamMeta withShards(List<ShardMeta> changed) {
        return new StreamMeta(account, region, name, status, mode, created, retentionHours, tags, changed, maxRecordKiB,
                scalings, next);
    }

    /** Under way to something else. */
    StreamMeta becoming(StreamMeta changed) {
        return new StreamMeta(account, region, name, Stream.UPDATING, mode, created, retentionHours, tags, shards,
                maxRecordKiB, scalings, changed);
    }

    public StreamMeta withTags(Map<String, String> changed) {
        StreamMeta then = next == null ? null : next.withTags(changed);
        return new StreamMeta(account, region, name, status, mode, created, retentionHours, changed, shards,
                maxRecordKiB, scalings, then);
    }

    /** How large a record's data may be, in bytes. */
    public int maxRecordBytes() {
        return maxRecordKiB == null ? DEFAULT_MAX : maxRecordKiB << 10;
    }

    public StreamMeta withMaxRecord(Integer kib) {
        return new StreamMeta(account, region, name, status, mode, created, retentionHours, tags, shards, kib,
                scalings, next);
    }

    StreamMeta withRetention(int hours) {
        return new StreamMeta(account, region, name, status, mode, created, hours, tags, shards, maxRecordKiB,
                scalings, next);
    }

    /**
     * Counts a scaling.
     *
     * @param most allowed in 24 hours
     */
    StreamMeta scaledAt(long now, long most) throws AwsError {
        List<Long> lately = new ArrayList<>(scalings == null ? List.of() : scalings);
        lately.removeIf(then -> then <= now - DAY);
        if (lately.size() >= most) {
            throw Errors.limit("UpdateShardCount can be called at most " + most
                    + " times in a rolling 24-hour period for each stream.");
        }
        lately.add(now);
        return new StreamMeta(account, region, name, status, mode, created, retentionHours, tags, shards,
                maxRecordKiB, List.copyOf(lately), next);
    }
}
