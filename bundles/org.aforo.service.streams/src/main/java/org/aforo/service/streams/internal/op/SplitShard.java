package org.aforo.service.streams.internal.op;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.streams.internal.OfStream;
import org.aforo.service.streams.internal.Resharding;
import org.aforo.service.streams.internal.StreamName;

/**
 * SplitShard.
 *
 * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_SplitShard.html">API reference</a>
 */
public record SplitShard(Resharding resharding) {

    public record Input(String streamName, String streamARN, String shardToSplit,
            String newStartingHashKey) implements OfStream {
        public String resource() {
            return StreamName.shortName(streamName, streamARN);
        }
    }

    public Void handle(Input in, Call call) throws AwsError {
        resharding.split(StreamName.of(in.streamName, in.streamARN, call), in.shardToSplit, in.newStartingHashKey);
        return null;
    }
}
