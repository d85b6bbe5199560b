package org.aforo.service.streams.internal.op;

import java.time.Instant;
import java.util.List;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.api.endpoint.EventStream;
import org.aforo.service.streams.internal.Consumer;
import org.aforo.service.streams.internal.Errors;
import org.aforo.service.streams.internal.OfStream;
import org.aforo.service.streams.internal.Shard;
import org.aforo.service.streams.internal.ShardReader;
import org.aforo.service.streams.internal.StreamName;
import org.aforo.service.streams.internal.Streams;
import org.aforo.service.streams.internal.Subscription;

/**
 * SubscribeToShard.
 *
 * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_SubscribeToShard.html">API reference</a>
 */
public record SubscribeToShard(Streams streams, ShardReader reader) {

    public record Input(String consumerARN, String shardId, StartingPosition startingPosition) implements OfStream {
        public String resource() {
            return StreamName.resource(consumerARN);
        }
    }

    /**
     * StartingPosition.
     *
     * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_StartingPosition.html">AWS</a>
     */
    public record StartingPosition(String type, String sequenceNumber, Instant timestamp) {
    }

    public record Output(EventStream<Event> eventStream) {
    }

    /** The one kind of event that isn't an error. */
    public record Event(Batch subscribeToShardEvent) {
        static Event of(Subscription.Batch batch) {
            List<ShardViews.Child> children = batch.ended() ? ShardViews.children(batch.shard()) : null;
            return new Event(new Batch(GetRecords.items(batch.shard(), batch.records()), batch.continuation(),
                    batch.millisBehind(), children));
        }
    }

    /**
     * SubscribeToShardEvent.
     *
     * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_SubscribeToShardEvent.html">AWS</a>
     */
    public record Batch(List<GetRecords.Item> records, String continuationSequenceNumber, Long millisBehindLatest,
            List<ShardViews.Child> childShards) {
    }

    public Output handle(Input in, Call call) throws AwsError, InterruptedException {
        Consumer consumer = streams.consumers().find(null, null, in.consumerARN);
        Shard shard = reader.shard(consumer.meta().streamName(), in.shardId);
        if (streams.bench().faults().any()) {
            streams.bench().faults().gatePart("kinesis", "SubscribeToShard", shard.resource(), in.resource(),
                    Errors.throttled(shard.id(), shard.stream().fullName()));
        }
        StartingPosition from = in.startingPosition;
        long offset = reader.place(shard, from.type, from.sequenceNumber, from.timestamp, "SubscribeToShard");
        Subscription made = streams.consumers().subscribe(consumer, shard, offset);
        return new Output(out -> made.run(batch -> out.send(Event.of(batch))));
    }
}
