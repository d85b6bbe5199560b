package org.aforo.service.streams.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.aforo.service.streams.internal.StreamsBench.SHARD;
import static org.aforo.service.streams.internal.StreamsBench.records;
import static org.aforo.service.streams.internal.StreamsBench.texts;
import static org.assertj.core.api.Assertions.assertThat;

class RestartTest {

    private final StreamsBench streams = new StreamsBench();

    @AfterEach
    void close() {
        streams.close();
    }

    @Test
    void everythingIsThereAgain() {
        streams.stream("ticks", 1);
        List<Object> numbers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            numbers.add(streams.put("ticks", "key " + i, "data " + i).get("SequenceNumber"));
        }
        streams.call("AddTagsToStream", "StreamName", "ticks", "Tags", Map.of("desarrollo_kinesis", "bolsa"));
        Map<String, Object> before = streams.describe("ticks");
        String iterator = streams.iterator("ticks", SHARD, "AFTER_SEQUENCE_NUMBER", "StartingSequenceNumber",
                numbers.get(2));

        streams.bench.restart();

        assertThat(streams.describe("ticks")).isEqualTo(before);
        assertThat(streams.call("ListTagsForStream", "StreamName", "ticks")).containsEntry("Tags",
                List.of(Map.of("Key", "desarrollo_kinesis", "Value", "bolsa")));
        assertThat(texts(streams.read(iterator))).containsExactly("data 3", "data 4");
        Map<String, Object> all = streams.read(streams.iterator("ticks", SHARD, "TRIM_HORIZON"));
        assertThat(records(all)).extracting(record -> record.get("SequenceNumber")).isEqualTo(numbers);
        assertThat(records(all)).extracting(record -> record.get("PartitionKey")).containsExactly("key 0", "key 1",
                "key 2", "key 3", "key 4");
    }

    @Test
    void numbersGoOnGrowing() {
        streams.stream("ticks", 1);
        String before = (String) streams.put("ticks", "k", "a").get("SequenceNumber");

        streams.bench.restart();
        String after = (String) streams.put("ticks", "k", "b").get("SequenceNumber");

        assertThat(after).hasSameSizeAs(before).isGreaterThan(before);
    }

    @Test
    void aStreamThatWasBeingMadeIsMadeYet() {
        streams.call("CreateStream", "StreamName", "ticks", "ShardCount", 1);

        streams.bench.restart();
        assertThat(streams.describe("ticks")).containsEntry("StreamStatus", "CREATING");
        streams.advance(Duration.ofSeconds(1));

        assertThat(streams.describe("ticks")).containsEntry("StreamStatus", "ACTIVE");
    }

    @Test
    void aStreamThatWasBeingDeletedIsDeletedYet() {
        streams.stream("ticks", 1).put("ticks", "k", "v");
        streams.call("DeleteStream", "StreamName", "ticks");

        streams.bench.restart();
        streams.advance(Duration.ofSeconds(1));

        assertThat(streams.call("ListStreams")).containsEntry("StreamNames", List.of());
        assertThat(streams.services().logs().names("kinesis")).isEmpty();
    }
}
