package org.aforo.service.streams.internal.op;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.streams.internal.OfStream;
import org.aforo.service.streams.internal.Resharding;
import org.aforo.service.streams.internal.StreamName;

/**
 * MergeShards.
 *
 * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_MergeShards.html">API reference</a>
 */
public record MergeShards(Resharding resharding) {

    public record Input(String streamName, String streamARN, String shardToMerge,
            String adjacentShardToMerge) implements OfStream {
        public String resource() {
            return StreamName.shortName(streamName, streamARN);
        }
    }

    public Void handle(Input in, Call call) throws AwsError {
        resharding.merge(StreamName.of(in.streamName, in.streamARN, call), in.shardToMerge, in.adjacentShardToMerge);
        return null;
    }
}
