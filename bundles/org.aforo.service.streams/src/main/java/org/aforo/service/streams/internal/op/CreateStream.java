package org.aforo.service.streams.internal.op;

import java.util.Map;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.streams.internal.Errors;
import org.aforo.service.streams.internal.StreamName;
import org.aforo.service.streams.internal.StreamSettings;
import org.aforo.service.streams.internal.Streams;
import org.aforo.service.streams.internal.TagRules;

/**
 * CreateStream.
 *
 * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_CreateStream.html">API reference</a>
 */
public record CreateStream(Streams streams) {

    /** What an on-demand stream begins with. */
    private static final int ON_DEMAND_SHARDS = 4;

    public record Input(String streamName, Integer shardCount, Mode streamModeDetails, Map<String, String> tags,
            Integer maxRecordSizeInKiB, Integer warmThroughputMiBps) {
        public String resource() {
            return streamName;
        }
    }

    /**
     * StreamModeDetails.
     *
     * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_StreamModeDetails.html">AWS</a>
     */
    public record Mode(String streamMode) {
    }

    public Void handle(Input in, Call call) throws AwsError {
        String mode = in.streamModeDetails == null ? "PROVISIONED" : in.streamModeDetails.streamMode;
        StreamName name = new StreamName(call.account(), call.region(), in.streamName);
        streams.accountSettings().checkWarm(name, mode, in.warmThroughputMiBps);
        int shards = mode.equals("ON_DEMAND") ? onDemand(in.warmThroughputMiBps) : provisioned(in.shardCount);
        Map<String, String> tags = in.tags == null ? Map.of() : in.tags;
        TagRules.check(tags, name);
        TagRules.checkCount(tags.size(), streams.maxTags(), name);
        streams.create(name, mode, shards, settings(in), tags);
        return null;
    }

    private static StreamSettings settings(Input in) {
        StreamSettings usual = StreamSettings.made();
        StreamSettings sized = in.maxRecordSizeInKiB == null ? usual : usual.withMaxRecord(in.maxRecordSizeInKiB);
        return sized.withWarm(in.warmThroughputMiBps);
    }

    /** A shard for each MiB/s. */
    private static int onDemand(Integer warmMiBps) {
        return warmMiBps == null ? ON_DEMAND_SHARDS : Math.max(ON_DEMAND_SHARDS, warmMiBps);
    }

    private static int provisioned(Integer shardCount) throws AwsError {
        if (shardCount == null) {
            throw Errors.validation("1 validation error detected: Value null at 'shardCount' failed to satisfy "
                    + "constraint: Member must not be null");
        }
        return shardCount;
    }
}
