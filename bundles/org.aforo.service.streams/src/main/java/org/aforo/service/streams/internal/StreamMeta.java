package org.aforo.service.streams.internal;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.aforo.api.endpoint.AwsError;

/**
 * What is kept of a stream.
 *
 * @param status   {@code CREATING}, {@code ACTIVE}, {@code UPDATING} or {@code DELETING}
 * @param mode     {@code PROVISIONED} or {@code ON_DEMAND}
 * @param created  milliseconds since the epoch
 * @param changes  those of the last day that AWS counts
 * @param next     what it becomes once the change under way is done; null when there is none
 */
public record StreamMeta(String account, String region, String name, String status, String mode, long created,
        Map<String, String> tags, List<ShardMeta> shards, StreamSettings settings, Changes changes,
        StreamMeta next) {

    static final String PROVISIONED = "PROVISIONED";
    static final String ON_DEMAND = "ON_DEMAND";

    public StreamMeta {
        changes = changes == null ? Changes.NONE : changes;
    }

    /** A stream that is being made. */
    static StreamMeta made(StreamName name, String mode, long created, List<ShardMeta> shards, StreamSettings settings,
            Map<String, String> tags) {
        return new StreamMeta(name.account(), name.region(), name.name(), Stream.CREATING, mode, created, tags, shards,
                settings, Changes.NONE, null);
    }

    StreamName fullName() {
        return new StreamName(account, region, name);
    }

    public boolean onDemand() {
        return mode.equals(ON_DEMAND);
    }

    StreamMeta withStatus(String changed) {
        return new StreamMeta(account, region, name, changed, mode, created, tags, shards, settings, changes,
                next);
    }

    StreamMeta withShards(List<ShardMeta> changed) {
        return new StreamMeta(account, region, name, status, mode, created, tags, changed, settings, changes,
                next);
    }

    /** Under way to something else. */
    StreamMeta becoming(StreamMeta changed) {
        return new StreamMeta(account, region, name, Stream.UPDATING, mode, created, tags, shards, settings, changes,
                changed);
    }

    public StreamMeta withTags(Map<String, String> changed) {
        StreamMeta then = next == null ? null : next.withTags(changed);
        return new StreamMeta(account, region, name, status, mode, created, changed, shards, settings, changes,
                then);
    }

    public StreamMeta with(UnaryOperator<StreamSettings> change) {
        return new StreamMeta(account, region, name, status, mode, created, tags, shards, change.apply(settings),
                changes, next);
    }

    /** With something counted that AWS allows so many times a day. */
    StreamMeta counting(UnaryOperator<Changes> change) throws AwsError {
        return new StreamMeta(account, region, name, status, mode, created, tags, shards, settings,
                change.apply(changes), next);
    }

    StreamMeta withMode(String changed) {
        return new StreamMeta(account, region, name, status, changed, created, tags, shards, settings, changes, next);
    }
}
