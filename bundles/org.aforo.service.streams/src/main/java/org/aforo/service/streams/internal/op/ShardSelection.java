package org.aforo.service.streams.internal.op;

import org.aforo.api.endpoint.AwsError;
import org.aforo.service.streams.internal.Errors;
import org.aforo.service.streams.internal.PageToken;
import org.aforo.service.streams.internal.ShardMeta;
import org.aforo.service.streams.internal.Stream;

/**
 * Which shards a list shows: those with an index above {@code after} that were made by {@code madeBy} and
 * still open at {@code openAt}, in milliseconds since the epoch.
 */
record ShardSelection(int after, long madeBy, long openAt) {

    private static final String SEPARATOR = ":";

    static ShardSelection of(ListShards.Filter filter, Stream stream, long now) throws AwsError {
        long horizon = Math.max(stream.meta().created(), now - stream.retention().toMillis());
        String type = filter == null ? "FROM_TRIM_HORIZON" : filter.type();
        return switch (type) {
            case "AFTER_SHARD_ID" -> new ShardSelection(shard(filter, stream), Long.MAX_VALUE, horizon);
            case "AT_TRIM_HORIZON" -> new ShardSelection(-1, horizon, horizon);
            case "AT_LATEST" -> new ShardSelection(-1, Long.MAX_VALUE, Long.MAX_VALUE);
            case "AT_TIMESTAMP" -> new ShardSelection(-1, time(filter), time(filter));
            case "FROM_TIMESTAMP" -> new ShardSelection(-1, Long.MAX_VALUE, Math.max(horizon, time(filter)));
            default -> new ShardSelection(-1, Long.MAX_VALUE, horizon);
        };
    }

    private static int shard(ListShards.Filter filter, Stream stream) throws AwsError {
        if (filter.shardId() == null) {
            throw Errors.invalid("ShardId must be provided in ShardFilter when the type is AFTER_SHARD_ID.");
        }
        int index = ShardMeta.index(filter.shardId());
        if (index < 0) {
            throw Errors.badShard(filter.shardId(), stream.fullName());
        }
        return index;
    }

    private static long time(ListShards.Filter filter) throws AwsError {
        if (filter.timestamp() == null) {
            throw Errors.invalid("Timestamp must be provided in ShardFilter when the type is " + filter.type() + ".");
        }
        return filter.timestamp().toEpochMilli();
    }

    boolean takes(ShardMeta shard) {
        return shard.created() <= madeBy && (shard.closed() == null || shard.closed() >= openAt);
    }

    ShardSelection from(int index) {
        return new ShardSelection(index, madeBy, openAt);
    }

    /** As kept in a page token. */
    static ShardSelection parse(String text) throws AwsError {
        String[] parts = text.split(SEPARATOR, -1);
        if (parts.length != 3) {
            throw Errors.invalidToken();
        }
        return new ShardSelection((int) PageToken.number(parts[0]), PageToken.number(parts[1]),
                PageToken.number(parts[2]));
    }

    @Override
    public String toString() {
        return after + SEPARATOR + madeBy + SEPARATOR + openAt;
    }
}
