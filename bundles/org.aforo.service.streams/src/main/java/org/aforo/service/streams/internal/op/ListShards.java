package org.aforo.service.streams.internal.op;

import java.time.Instant;
import java.util.List;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.streams.internal.Errors;
import org.aforo.service.streams.internal.OfStream;
import org.aforo.service.streams.internal.PageToken;
import org.aforo.service.streams.internal.Shard;
import org.aforo.service.streams.internal.ShardMeta;
import org.aforo.service.streams.internal.Stream;
import org.aforo.service.streams.internal.StreamName;
import org.aforo.service.streams.internal.Streams;

/**
 * ListShards.
 *
 * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_ListShards.html">API reference</a>
 */
public record ListShards(Streams streams) {

    private static final String LIST = "shards";
    /** Whatever is asked for, no more are given at once. */
    private static final int MOST = 1_000;

    public record Input(String streamName, String streamARN, String nextToken, String exclusiveStartShardId,
            Integer maxResults, Instant streamCreationTimestamp, Filter shardFilter) implements OfStream {
        public String resource() {
            return StreamName.shortName(streamName, streamARN);
        }
    }

    /**
     * ShardFilter.
     *
     * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_ShardFilter.html">API reference</a>
     */
    public record Filter(String type, String shardId, Instant timestamp) {
    }

    public record Output(List<ShardViews.View> shards, String nextToken) {
    }

    public Output handle(Input in, Call call) throws AwsError {
        long now = streams.bench().clock().millis();
        return in.nextToken == null ? first(in, call, now) : next(in, call, now);
    }

    private Output first(Input in, Call call, long now) throws AwsError {
        if (in.streamName == null && in.streamARN == null) {
            throw Errors.invalid("Either NextToken or StreamName should be provided.");
        }
        Stream stream = streams.find(in.streamName, in.streamARN, call);
        checkCreation(in.streamCreationTimestamp, stream);
        ShardSelection selection = ShardSelection.of(in.shardFilter, stream, now);
        int after = in.exclusiveStartShardId == null ? -1 : index(in.exclusiveStartShardId, stream);
        return page(stream, selection, Math.max(after, selection.after()), in.maxResults, now);
    }

    private Output next(Input in, Call call, long now) throws AwsError {
        refuse(in.streamName, "StreamName");
        refuse(in.streamARN, "StreamARN");
        refuse(in.exclusiveStartShardId, "ExclusiveStartShardId");
        refuse(in.streamCreationTimestamp, "StreamCreationTimestamp");
        refuse(in.shardFilter, "ShardFilter");
        PageToken token = PageToken.parse(in.nextToken, LIST, now);
        streams.guard().check(token.stream(), call, "ListShards");
        Stream stream = streams.find(token.stream());
        ShardSelection selection = ShardSelection.parse(token.place());
        return page(stream, selection, selection.after(), in.maxResults, now);
    }

    private static void refuse(Object given, String member) throws AwsError {
        if (given != null) {
            throw Errors.invalid("NextToken and " + member + " cannot be provided together.");
        }
    }

    private static void checkCreation(Instant wanted, Stream stream) throws AwsError {
        if (wanted != null && wanted.getEpochSecond() != stream.meta().created() / 1_000) {
            throw Errors.noStream(stream.fullName());
        }
    }

    private static int index(String shardId, Stream stream) throws AwsError {
        int index = ShardMeta.index(shardId);
        if (index < 0) {
            throw Errors.badShard(shardId, stream.fullName());
        }
        return index;
    }

    private Output page(Stream stream, ShardSelection selection, int after, Integer maxResults, long now) {
        if (!stream.ready()) {
            throw Errors.notActive(stream.fullName(), stream.state());
        }
        int limit = maxResults == null ? MOST : Math.min(maxResults, MOST);
        List<Shard> page = stream.listed().tailMap(after, false).values().stream()
                .filter(shard -> selection.takes(shard.meta())).limit(limit + 1L).toList();
        boolean more = page.size() > limit;
        List<Shard> shown = more ? page.subList(0, limit) : page;
        String next = more ? new PageToken(LIST, stream.fullName(),
                selection.from(shown.getLast().meta().index()).toString(), now).toString() : null;
        return new Output(shown.stream().map(ShardViews.View::of).toList(), next);
    }
}
