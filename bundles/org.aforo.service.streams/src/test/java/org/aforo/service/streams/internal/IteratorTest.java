package org.aforo.service.streams.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.aforo.api.endpoint.AwsError;

import static org.aforo.service.streams.internal.StreamsBench.SHARD;
import static org.aforo.service.streams.internal.StreamsBench.texts;
import static org.assertj.core.api.Assertions.assertThat;

class IteratorTest {

    private final StreamsBench streams = StreamsBench.unlimited();
    private final List<String> numbers = new ArrayList<>();
    private final List<Instant> times = new ArrayList<>();

    /** Five records, ten seconds apart. */
    @BeforeEach
    void put() {
        streams.stream("ticks", 1);
        for (int i = 0; i < 5; i++) {
            times.add(streams.services().clock().now());
            numbers.add((String) streams.put("ticks", "k", "v" + i).get("SequenceNumber"));
            streams.advance(Duration.ofSeconds(10));
        }
    }

    @AfterEach
    void close() {
        streams.close();
    }

    @Test
    void trimHorizonBeginsWithTheOldest() {
        assertThat(streams.texts("ticks", "TRIM_HORIZON")).containsExactly("v0", "v1", "v2", "v3", "v4");
    }

    @Test
    void latestBeginsWithTheNext() {
        String iterator = streams.iterator("ticks", SHARD, "LATEST");
        Map<String, Object> nothing = streams.read(iterator);
        streams.put("ticks", "k", "v5");

        assertThat(texts(nothing)).isEmpty();
        assertThat(texts(streams.read((String) nothing.get("NextShardIterator")))).containsExactly("v5");
        assertThat(texts(streams.read(iterator))).containsExactly("v5");
    }

    @Test
    void atAndAfterASequenceNumber() {
        assertThat(streams.texts("ticks", "AT_SEQUENCE_NUMBER", "StartingSequenceNumber", numbers.get(3)))
                .containsExactly("v3", "v4");
        assertThat(streams.texts("ticks", "AFTER_SEQUENCE_NUMBER", "StartingSequenceNumber", numbers.get(3)))
                .containsExactly("v4");
        assertThat(streams.texts("ticks", "AFTER_SEQUENCE_NUMBER", "StartingSequenceNumber", numbers.get(4)))
                .isEmpty();
    }

    @Test
    void theShardsOwnStartingNumberLiesBeforeAll() {
        Map<String, Object> shard = StreamsBench.list(streams.describe("ticks"), "Shards").getFirst();
        Object start = StreamsBench.map(shard, "SequenceNumberRange").get("StartingSequenceNumber");

        assertThat((String) start).isLessThan(numbers.getFirst());
        for (String type : List.of("AT_SEQUENCE_NUMBER", "AFTER_SEQUENCE_NUMBER")) {
            assertThat(streams.texts("ticks", type, "StartingSequenceNumber", start)).hasSize(5);
        }
    }

    @ParameterizedTest
    @CsvSource({"-60, 5", "0, 5", "1, 4", "10, 4", "39, 1", "40, 1", "41, 0", "50, 0"})
    void atATimestampBeginsWithTheFirstRecordSince(int seconds, int records) {
        Instant moment = times.getFirst().plusSeconds(seconds);

        assertThat(streams.texts("ticks", "AT_TIMESTAMP", "Timestamp", moment.toEpochMilli() / 1000.0))
                .hasSize(records);
    }

    @Test
    void aMomentToComeIsRefused() {
        long now = streams.services().clock().millis();

        assertThat(streams.refused("GetShardIterator", "StreamName", "ticks", "ShardId", SHARD, "ShardIteratorType",
                "AT_TIMESTAMP", "Timestamp", (now + 1000) / 1000.0)).hasMessage(
                        "The timestampInMillis parameter cannot be greater than the currentTimestampInMillis. "
                                + "timestampInMillis: " + (now + 1000) + ", currentTimestampInMillis: " + now);
    }

    @Test
    void readsPageByPageAndTellHowFarBehindTheyAre() {
        List<String> read = new ArrayList<>();
        List<Long> behind = new ArrayList<>();
        String iterator = streams.iterator("ticks", SHARD, "TRIM_HORIZON");
        for (int i = 0; i < 3; i++) {
            Map<String, Object> page = streams.call("GetRecords", "ShardIterator", iterator, "Limit", 2);
            read.addAll(texts(page));
            behind.add(((Number) page.get("MillisBehindLatest")).longValue());
            iterator = (String) page.get("NextShardIterator");
        }

        assertThat(read).containsExactly("v0", "v1", "v2", "v3", "v4");
        assertThat(behind).containsExactly(40_000L, 20_000L, 0L);
        assertThat(texts(streams.read(iterator))).isEmpty();
    }

    @Test
    void anIteratorIsGoodForFiveMinutes() {
        String iterator = streams.iterator("ticks", SHARD, "TRIM_HORIZON");

        streams.advance(Duration.ofMinutes(5));
        assertThat(texts(streams.read(iterator))).hasSize(5);

        streams.advance(Duration.ofMillis(1));
        AwsError expired = streams.refused("GetRecords", "ShardIterator", iterator);
        assertThat(expired.code()).isEqualTo("ExpiredIteratorException");
        assertThat(expired.getMessage()).matches("Iterator expired\\. The iterator was created at time "
                + "\\w{3} \\w{3} \\d\\d \\d\\d:\\d\\d:\\d\\d UTC \\d{4} while right now it is "
                + "\\w{3} \\w{3} \\d\\d \\d\\d:\\d\\d:\\d\\d UTC \\d{4} which is further in the future than the "
                + "tolerated delay of 300000 milliseconds\\.");
    }

    @Test
    void theStreamNamedBesideItMustBeItsOwn() {
        String iterator = streams.iterator("ticks", SHARD, "TRIM_HORIZON");
        String arn = StreamsBench.arn(StreamsBench.ACCOUNT, "us-east-1", "ticks");

        assertThat(streams.call("GetRecords", "ShardIterator", iterator, "StreamARN", arn)).containsKey("Records");
        assertThat(streams.refused("GetRecords", "ShardIterator", iterator, "StreamARN", arn + "2"))
                .hasMessage("StreamARN " + arn + "2 does not match the stream of the ShardIterator.")
                .extracting("code").isEqualTo("InvalidArgumentException");
    }

    @Test
    void eachReadRenewsTheIterator() {
        String iterator = streams.iterator("ticks", SHARD, "LATEST");
        for (int i = 0; i < 5; i++) {
            streams.advance(Duration.ofMinutes(4));
            iterator = (String) streams.read(iterator).get("NextShardIterator");
        }
        streams.put("ticks", "k", "late");

        assertThat(texts(streams.read(iterator))).containsExactly("late");
    }

    @Test
    void anotherStreamOfTheSameNameDoesNotTakeItNorItsNumbers() {
        String iterator = streams.iterator("ticks", SHARD, "TRIM_HORIZON");
        streams.call("DeleteStream", "StreamName", "ticks");
        streams.advance(Duration.ofSeconds(1));
        assertThat(streams.refused("GetRecords", "ShardIterator", iterator)).hasMessage(
                "Shard shardId-000000000000 in stream ticks under account 000000000000 does not exist");
        streams.stream("ticks", 1);

        assertThat(streams.refused("GetRecords", "ShardIterator", iterator)).hasMessage("Invalid ShardIterator.");
        assertThat(streams.refused("GetShardIterator", "StreamName", "ticks", "ShardId", SHARD, "ShardIteratorType",
                "AT_SEQUENCE_NUMBER", "StartingSequenceNumber", numbers.getFirst())).hasMessage(
                        "StartingSequenceNumber " + numbers.getFirst() + " used in GetShardIterator on shard " + SHARD
                                + " in stream ticks under account 000000000000 is invalid because it did not come from this "
                                + "stream.");
    }

    @Test
    void aReadGivesAtMostTenMebibytes() {
        for (int i = 0; i < 12; i++) {
            streams.put("ticks", "k", "x".repeat((1 << 20) - 1));
        }

        List<String> page = streams.texts("ticks", "TRIM_HORIZON");

        assertThat(page).hasSizeBetween(5 + 9, 5 + 10);
        assertThat(page.stream().mapToLong(text -> text.length() + 1).sum()).isLessThanOrEqualTo(10 << 20);
    }
}
