package org.aforo.service.firehose.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.aforo.api.Arn;
import org.aforo.api.IngestionService;
import org.aforo.api.Resource;
import org.aforo.api.ServiceDescriptor;
import org.aforo.api.endpoint.Endpoint;
import org.aforo.api.flow.FlowRecord;
import org.aforo.api.flow.RecordSource;

/** One stream in memory, {@code ticks}, whose shards a test makes, fills and closes. It survives its bench. */
final class FakeStream implements IngestionService, RecordSource {

    private final Map<String, List<FlowRecord>> shards = new LinkedHashMap<>();
    private final Set<String> ended = new TreeSet<>();

    FakeStream(String... names) {
        for (String name : names) {
            shards.put(name, new ArrayList<>());
        }
    }

    synchronized void shard(String name) {
        shards.put(name, new ArrayList<>());
    }

    synchronized void end(String name) {
        ended.add(name);
    }

    synchronized void put(String shard, String text) {
        List<FlowRecord> records = shards.get(shard);
        records.add(new FlowRecord(Integer.toString(records.size()), "key",
                ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)).asReadOnlyBuffer(), Instant.EPOCH));
    }

    @Override
    public synchronized List<String> partitions() {
        return List.copyOf(shards.keySet());
    }

    @Override
    public synchronized Cursor open(String shard, Start start) {
        return new At(shard, switch (start) {
            case Start.Earliest earliest -> 0;
            case Start.Latest latest -> shards.get(shard).size();
            case Start.After after -> Integer.parseInt(after.position());
        });
    }

    private final class At implements Cursor {
        private final String shard;
        private int next;

        At(String shard, int next) {
            this.shard = shard;
            this.next = next;
        }

        @Override
        public List<FlowRecord> read(int maxRecords, long maxBytes, Duration wait) {
            synchronized (FakeStream.this) {
                List<FlowRecord> all = shards.get(shard);
                List<FlowRecord> some = List.copyOf(all.subList(next, Math.min(all.size(), next + maxRecords)));
                next += some.size();
                return some;
            }
        }

        @Override
        public String position() {
            return Integer.toString(next);
        }

        @Override
        public boolean ended() {
            synchronized (FakeStream.this) {
                return ended.contains(shard) && next == shards.get(shard).size();
            }
        }

        @Override
        public void close() {
            // nothing held
        }
    }

    @Override
    public Optional<RecordSource> source(Arn arn) {
        return arn.resource().equals("stream/ticks") ? Optional.of(this) : Optional.empty();
    }

    @Override
    public ServiceDescriptor descriptor() {
        return new ServiceDescriptor("kinesis", "A stream", "A stream in memory.");
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of();
    }

    @Override
    public Collection<Resource> resources() {
        return List.of();
    }

    @Override
    public void reset() {
        shards.clear();
    }
}
