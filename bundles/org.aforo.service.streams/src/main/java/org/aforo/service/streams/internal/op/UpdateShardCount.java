package org.aforo.service.streams.internal.op;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.streams.internal.OfStream;
import org.aforo.service.streams.internal.Resharding;
import org.aforo.service.streams.internal.StreamName;

/**
 * UpdateShardCount.
 *
 * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_UpdateShardCount.html">API reference</a>
 */
public record UpdateShardCount(Resharding resharding) {

    public record Input(String streamName, String streamARN, Integer targetShardCount,
            String scalingType) implements OfStream {
        public String resource() {
            return StreamName.shortName(streamName, streamARN);
        }
    }

    public record Output(String streamName, String streamARN, Integer currentShardCount, Integer targetShardCount) {
    }

    public Output handle(Input in, Call call) throws AwsError {
        StreamName name = StreamName.of(in.streamName, in.streamARN, call);
        int before = resharding.scale(name, in.targetShardCount);
        return new Output(name.name(), name.arn().toString(), before, in.targetShardCount);
    }
}
