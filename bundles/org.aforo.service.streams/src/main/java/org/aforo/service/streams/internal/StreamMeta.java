package org.aforo.service.streams.internal;

import java.time.Duration;
import java.util.ArrayList;
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
 * @param scalings when it was scaled in the last day, in milliseconds since the epoch
 * @param switches when its mode was changed in the last day, alike
 * @param next     what it becomes once the change under way is done; null when there is none
 */
public record StreamMeta(String account, String region, String name, String status, String mode, long created,
        Map<String, String> tags, List<ShardMeta> shards, StreamSettings settings, List<Long> scalings,
        List<Long> switches, StreamMeta next) {

    static final String PROVISIONED = "PROVISIONED";
    static final String ON_DEMAND = "ON_DEMAND";
    private static final long DAY = Duration.ofHours(24).toMillis();

    /** A stream that is being made. */
    static StreamMeta made(StreamName name, String mode, long created, List<ShardMeta> shards, StreamSettings settings,
            Map<String, String> tags) {
        return new StreamMeta(name.account(), name.region(), name.name(), Stream.CREATING, mode, created, tags, shards,
                settings, List.of(), List.of(), null);
    }

    StreamName fullName() {
        return new StreamName(account, region, name);
    }

    public boolean onDemand() {
        return mode.equals(ON_DEMAND);
    }

    StreamMeta withStatus(String changed) {
        return new StreamMeta(account, region, name, changed, mode, created, tags, shards, settings, scalings,
                switches, next);
    }

    StreamMeta withShards(List<ShardMeta> changed) {
        return new StreamMeta(account, region, name, status, mode, created, tags, changed, settings, scalings,
                switches, next);
    }

    /** Under way to something else. */
    StreamMeta becoming(StreamMeta changed) {
        return new StreamMeta(account, region, name, Stream.UPDATING, mode, created, tags, shards, settings, scalings,
                switches, changed);
    }

    public StreamMeta withTags(Map<String, String> changed) {
        StreamMeta then = next == null ? null : next.withTags(changed);
        return new StreamMeta(account, region, name, status, mode, created, changed, shards, settings, scalings,
                switches, then);
    }

    public StreamMeta with(UnaryOperator<StreamSettings> change) {
        return new StreamMeta(account, region, name, status, mode, created, tags, shards, change.apply(settings),
                scalings, switches, next);
    }

    /**
     * Counts a scaling.
     *
     * @param most allowed in 24 hours
     */
    StreamMeta scaledAt(long now, long most) throws AwsError {
        List<Long> counted = counted(scalings, now, most, "UpdateShardCount can be called at most " + most
                + " times in a rolling 24-hour period for each stream.");
        return new StreamMeta(account, region, name, status, mode, created, tags, shards, settings, counted, switches,
                next);
    }

    /**
     * Changes the mode, and counts it.
     *
     * @param most allowed in 24 hours
     */
    StreamMeta switched(String to, long now, long most) throws AwsError {
        List<Long> counted = counted(switches, now, most, "Stream " + fullName().label() + " can change its mode at "
                + "most " + most + " times in a rolling 24-hour period.");
        return new StreamMeta(account, region, name, status, to, created, tags, shards, settings, scalings, counted,
                next);
    }

    private static List<Long> counted(List<Long> before, long now, long most, String refusal) throws AwsError {
        List<Long> lately = new ArrayList<>(before);
        lately.removeIf(then -> then <= now - DAY);
        if (lately.size() >= most) {
            throw Errors.limit(refusal);
        }
        lately.add(now);
        return List.copyOf(lately);
    }
}
