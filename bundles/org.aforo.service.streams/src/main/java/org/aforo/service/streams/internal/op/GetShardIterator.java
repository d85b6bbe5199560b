package org.aforo.service.streams.internal.op;

import java.time.Instant;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.streams.internal.Errors;
import org.aforo.service.streams.internal.OfStream;
import org.aforo.service.streams.internal.Shard;
import org.aforo.service.streams.internal.ShardMeta;
import org.aforo.service.streams.internal.ShardReader;
import org.aforo.service.streams.internal.StreamName;

/**
 * GetShardIterator.
 *
 * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_GetShardIterator.html">API reference</a>
 */
public record GetShardIterator(ShardReader reader) {

    public record Input(String streamName, String streamARN, String shardId, String shardIteratorType,
            String startingSequenceNumber, Instant timestamp) implements OfStream {
        public String resource() {
            return ShardMeta.resource(StreamName.shortName(streamName, streamARN), shardId);
        }
    }

    public record Output(String shardIterator) {
    }

    public Output handle(Input in, Call call) throws AwsError {
        Shard shard = reader.shard(StreamName.of(in.streamName, in.streamARN, call), in.shardId);
        long offset = reader.place(shard, in.shardIteratorType, in.startingSequenceNumber, in.timestamp,
                "GetShardIterator");
        if (!shard.limits().admitIterator()) {
            throw Errors.throttled(shard.id(), shard.stream().fullName());
        }
        return new Output(reader.iterator(shard, offset).toString());
    }
}
