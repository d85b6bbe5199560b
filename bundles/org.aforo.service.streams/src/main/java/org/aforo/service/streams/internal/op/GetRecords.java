package org.aforo.service.streams.internal.op;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.api.log.RecordLog.Stored;
import org.aforo.service.streams.internal.RecordKey;
import org.aforo.service.streams.internal.Shard;
import org.aforo.service.streams.internal.ShardIterator;
import org.aforo.service.streams.internal.ShardReader;

/**
 * GetRecords.
 *
 * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_GetRecords.html">API reference</a>
 */
public record GetRecords(ShardReader reader) {

    private static final int MOST = 10_000;

    public record Input(String shardIterator, String streamARN, Integer limit) {
        public String resource() {
            return ShardIterator.resourceOf(shardIterator);
        }
    }

    public record Output(List<Item> records, String nextShardIterator, Long millisBehindLatest,
            List<ShardViews.Child> childShards) {
    }

    /** A record as clients get it. */
    public record Item(String sequenceNumber, Instant approximateArrivalTimestamp, ByteBuffer data,
            String partitionKey, String encryptionType) {
    }

    public Output handle(Input in, Call call) throws AwsError {
        ShardIterator iterator = ShardIterator.parse(in.shardIterator);
        if (in.streamARN != null) {
            iterator.checkStream(in.streamARN);
        }
        reader.guard().check(iterator.stream(), call, "GetRecords");
        ShardReader.Page page = reader.read(iterator, in.limit == null ? MOST : in.limit);
        boolean ended = page.next() == null;
        return new Output(items(page.shard(), page.records()), ended ? null : page.next().toString(),
                page.millisBehind(),
                ended ? ShardViews.children(page.shard()) : null);
    }

    /** A view: an item is made when it is written. */
    static List<Item> items(Shard shard, List<Stored> records) {
        return new Items(shard, records);
    }

    private static final class Items extends AbstractList<Item> implements RandomAccess {

        private final Shard shard;
        private final List<Stored> records;

        Items(Shard shard, List<Stored> records) {
            this.shard = shard;
            this.records = records;
        }

        @Override
        public Item get(int index) {
            Stored record = records.get(index);
            long millis = record.millis();
            ByteBuffer key = record.key();
            return new Item(shard.sequenceNumber(record.offset(), millis), Instant.ofEpochMilli(millis), record.data(),
                    RecordKey.read(key), RecordKey.seal(key) == 0 ? null : "KMS");
        }

        @Override
        public int size() {
            return records.size();
        }
    }
}
