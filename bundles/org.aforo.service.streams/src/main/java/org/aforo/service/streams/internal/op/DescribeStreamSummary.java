package org.aforo.service.streams.internal.op;

import java.time.Instant;
import java.util.List;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.streams.internal.OfStream;
import org.aforo.service.streams.internal.Stream;
import org.aforo.service.streams.internal.StreamMeta;
import org.aforo.service.streams.internal.StreamName;
import org.aforo.service.streams.internal.Streams;

/**
 * DescribeStreamSummary.
 *
 * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_DescribeStreamSummary.html">AWS</a>
 */
public record DescribeStreamSummary(Streams streams) {

    public record Input(String streamName, String streamARN) implements OfStream {
        public String resource() {
            return StreamName.shortName(streamName, streamARN);
        }
    }

    public record Output(Summary streamDescriptionSummary) {
    }

    /**
     * StreamDescriptionSummary.
     *
     * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_StreamDescriptionSummary.html">AWS</a>
     */
    public record Summary(String streamName, String streamARN, String streamStatus, CreateStream.Mode streamModeDetails,
            Integer retentionPeriodHours, Instant streamCreationTimestamp,
            List<DescribeStream.Monitoring> enhancedMonitoring, String encryptionType, String keyId,
            Integer openShardCount,
            Integer consumerCount, Integer maxRecordSizeInKiB, Warm warmThroughput) {
    }

    /**
     * WarmThroughputObject.
     *
     * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_WarmThroughputObject.html">AWS</a>
     */
    public record Warm(Integer targetMiBps, Integer currentMiBps) {
        /** A shard takes a MiB/s; a stream that was told no target stays as it is. */
        static Warm of(StreamMeta meta, int openShards) {
            Integer asked = (meta.next() == null ? meta : meta.next()).settings().warmMiBps();
            return new Warm(asked == null ? openShards : asked, openShards);
        }
    }

    public Output handle(Input in, Call call) throws AwsError {
        Stream stream = streams.find(in.streamName, in.streamARN, call);
        StreamMeta meta = stream.meta();
        int open = stream.listed().isEmpty() ? 0 : stream.openShards();
        return new Output(new Summary(stream.name(), stream.arn().toString(), meta.status(),
                new CreateStream.Mode(meta.mode()), meta.settings().retentionHours(),
                Instant.ofEpochMilli(meta.created()),
                DescribeStream.Monitoring.of(meta), meta.settings().encryptionType(), meta.settings().keyId(), open,
                streams.consumers().of(stream.fullName()).size(), meta.settings().maxRecordKiB(),
                streams.accountSettings().advantage(meta) ? Warm.of(meta, open) : null));
    }
}
