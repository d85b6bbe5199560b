package org.aforo.service.streams.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.aforo.service.streams.internal.StreamsBench.record;
import static org.aforo.service.streams.internal.StreamsBench.records;
import static org.aforo.service.streams.internal.StreamsBench.text;
import static org.assertj.core.api.Assertions.assertThat;

class LoadTest {

    private final StreamsBench streams = StreamsBench.unlimited();

    @AfterEach
    void close() {
        streams.close();
    }

    @Test
    void manyAtOnceLoseNothingAndEachGetsTheNumberOfItsOwnRecord() throws Exception {
        streams.stream("ticks", 3);
        Map<String, String> numbers = new java.util.concurrent.ConcurrentHashMap<>();
        List<Callable<Void>> writers = IntStream.range(0, 8).mapToObj(writer -> (Callable<Void>) () -> {
            for (int i = 0; i < 20; i++) {
                write(writer + "-" + i, numbers);
            }
            return null;
        }).toList();

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Void> writer : threads.invokeAll(writers)) {
                writer.get();
            }
        }

        int read = 0;
        for (int shard = 0; shard < 3; shard++) {
            String last = "";
            for (Map<String, Object> record : all(ShardMeta.id(shard))) {
                String number = (String) record.get("SequenceNumber");
                assertThat(number).isEqualTo(numbers.get(text(record.get("Data")))).isGreaterThan(last);
                last = number;
                read++;
            }
        }
        assertThat(read).isEqualTo(8 * 20 * 50).isEqualTo(numbers.size());
    }

    private void write(String batch, Map<String, String> numbers) {
        List<Map<String, Object>> records = IntStream.range(0, 50)
                .mapToObj(i -> record(batch + i, batch + "-" + i)).toList();
        List<Map<String, Object>> results = records(streams.putAll("ticks", records));
        for (int i = 0; i < results.size(); i++) {
            numbers.put(batch + "-" + i, (String) results.get(i).get("SequenceNumber"));
        }
    }

    private List<Map<String, Object>> all(String shard) {
        List<Map<String, Object>> all = new ArrayList<>();
        String iterator = streams.iterator("ticks", shard, "TRIM_HORIZON");
        while (true) {
            Map<String, Object> page = streams.call("GetRecords", "ShardIterator", iterator, "Limit", 333);
            if (records(page).isEmpty()) {
                return all;
            }
            all.addAll(records(page));
            iterator = (String) page.get("NextShardIterator");
        }
    }

    @Test
    void tenThousandShardsAreNoTrouble() {
        streams.stream("wide", 10_000);

        Set<Object> shards = new HashSet<>();
        for (int i = 0; i < 4; i++) {
            int from = i * 500;
            records(streams.putAll("wide", IntStream.range(from, from + 500)
                    .mapToObj(n -> record("key" + n, "v")).toList())).forEach(r -> shards.add(r.get("ShardId")));
        }

        assertThat(shards).hasSizeGreaterThan(1_500);
        assertThat(streams.bench.service("kinesis").resources()).hasSize(10_001)
                .isSameAs(streams.bench.service("kinesis").resources());
        streams.bench.restart();
        assertThat(streams.put("wide", "key0", "again").get("ShardId")).isIn(shards);
    }
}
