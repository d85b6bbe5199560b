package org.aforo.service.streams.internal;

import java.util.List;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.flow.RecordSource;

/** Gives a stream's records to other services, shard by shard. They don't use up its read throughput. */
final class StreamSource implements RecordSource {

    private final Streams streams;
    private final StreamName name;

    StreamSource(Streams streams, StreamName name) {
        this.streams = streams;
        this.name = name;
    }

    @Override
    public List<String> partitions() {
        return streams.find(name).listed().values().stream().map(Shard::id).toList();
    }

    @Override
    public Cursor open(String partition, Start start) throws AwsError {
        Shard shard = new ShardReader(streams).shard(name, partition);
        return new ShardCursor(shard, switch (start) {
            case Start.Earliest earliest -> shard.first();
            case Start.Latest latest -> shard.next();
            case Start.After after -> Long.parseLong(after.position());
        });
    }
}
