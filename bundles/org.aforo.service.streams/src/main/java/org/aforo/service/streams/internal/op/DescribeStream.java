package org.aforo.service.streams.internal.op;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.streams.internal.Errors;
import org.aforo.service.streams.internal.OfStream;
import org.aforo.service.streams.internal.Shard;
import org.aforo.service.streams.internal.ShardMeta;
import org.aforo.service.streams.internal.Stream;
import org.aforo.service.streams.internal.StreamMeta;
import org.aforo.service.streams.internal.StreamName;
import org.aforo.service.streams.internal.Streams;

/**
 * DescribeStream.
 *
 * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_DescribeStream.html">API reference</a>
 */
public record DescribeStream(Streams streams) {

    /** Whatever is asked for, no more are given at once. */
    private static final int MOST = 100;

    public record Input(String streamName, String streamARN, Integer limit,
            String exclusiveStartShardId) implements OfStream {
        public String resource() {
            return StreamName.shortName(streamName, streamARN);
        }
    }

    public record Output(Description streamDescription) {
    }

    /**
     * StreamDescription.
     *
     * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_StreamDescription.html">AWS</a>
     */
    public record Description(String streamName, String streamARN, String streamStatus,
            CreateStream.Mode streamModeDetails, List<ShardViews.View> shards, Boolean hasMoreShards,
            Integer retentionPeriodHours, Instant streamCreationTimestamp, List<Monitoring> enhancedMonitoring,
            String encryptionType, String keyId) {
    }

    /**
     * EnhancedMetrics.
     *
     * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_EnhancedMetrics.html">API reference</a>
     */
    public record Monitoring(List<String> shardLevelMetrics) {
        static List<Monitoring> of(StreamMeta meta) {
            return List.of(new Monitoring(meta.settings().shardMetrics()));
        }
    }

    public Output handle(Input in, Call call) throws AwsError {
        Stream stream = streams.find(in.streamName, in.streamARN, call);
        StreamMeta meta = stream.meta();
        Collection<Shard> rest = after(stream, in.exclusiveStartShardId);
        int limit = in.limit == null ? MOST : Math.min(in.limit, MOST);
        return new Output(new Description(stream.name(), stream.arn().toString(), meta.status(),
                new CreateStream.Mode(meta.mode()), rest.stream().limit(limit).map(ShardViews.View::of).toList(),
                rest.size() > limit, meta.settings().retentionHours(), Instant.ofEpochMilli(meta.created()),
                Monitoring.of(meta),
                meta.settings().encryptionType(), meta.settings().keyId()));
    }

    private static Collection<Shard> after(Stream stream, String shardId) throws AwsError {
        if (shardId == null) {
            return stream.listed().values();
        }
        int index = ShardMeta.index(shardId);
        if (index < 0) {
            throw Errors.badShard(shardId, stream.fullName());
        }
        return stream.listed().tailMap(index, false).values();
    }
}
