package org.aforo.service.streams.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.aforo.api.endpoint.AwsError;
import org.aforo.testkit.TestBench;

import static org.aforo.service.streams.internal.StreamsBench.map;
import static org.assertj.core.api.Assertions.assertThat;

/** The commitment to a minimum of throughput, and what it unlocks. */
class AccountSettingsTest {

    private static final String ACCOUNT = StreamsBench.ACCOUNT;
    private static final Duration MOMENT = Duration.ofMillis(500);
    private static final double BEGIN = TestBench.ORIGIN.getEpochSecond();
    private static final double DAY = Duration.ofHours(24).toSeconds();

    private final StreamsBench streams = new StreamsBench();

    @AfterEach
    void close() {
        streams.close();
    }

    private Map<String, Object> set(String status) {
        return map(streams.call("UpdateAccountSettings", "MinimumThroughputBillingCommitment",
                Map.of("Status", status)), "MinimumThroughputBillingCommitment");
    }

    private Map<String, Object> settings() {
        return map(streams.call("DescribeAccountSettings"), "MinimumThroughputBillingCommitment");
    }

    private static Object time(double seconds) {
        return Instant.ofEpochMilli(Math.round(seconds * 1_000)).toString();
    }

    private static Map<String, String> texts(Map<String, Object> commitment) {
        Map<String, String> texts = new TreeMap<>();
        commitment.forEach((name, value) -> texts.put(name, value instanceof Number seconds
                ? time(seconds.doubleValue()).toString() : value.toString()));
        return texts;
    }

    @Test
    void everyOperationOfTheModelIsBuilt() {
        assertThat(Model.built(streams)).hasSize(39)
                .containsExactlyInAnyOrderElementsOf(new HashSet<>(Model.operations(streams).keySet()));
    }

    @Test
    void thereIsNoCommitmentAtFirst() {
        assertThat(settings()).isEqualTo(Map.of("Status", "DISABLED"));
        assertThat(set("DISABLED")).isEqualTo(Map.of("Status", "DISABLED"));
    }

    @Test
    void aCommitmentLastsADayAtLeast() {
        assertThat(texts(set("ENABLED"))).isEqualTo(Map.of("Status", "ENABLED", "StartedAt", time(BEGIN),
                "EarliestAllowedEndAt", time(BEGIN + DAY)));

        streams.advance(Duration.ofHours(1));
        assertThat(texts(set("DISABLED"))).isEqualTo(Map.of("Status", "ENABLED_UNTIL_EARLIEST_ALLOWED_END", "StartedAt",
                time(BEGIN), "EarliestAllowedEndAt", time(BEGIN + DAY)));

        streams.advance(Duration.ofHours(23).minusMillis(1));
        assertThat(settings()).containsEntry("Status", "ENABLED_UNTIL_EARLIEST_ALLOWED_END");
        streams.advance(Duration.ofMillis(1));
        assertThat(texts(settings())).isEqualTo(Map.of("Status", "DISABLED", "StartedAt", time(BEGIN), "EndedAt",
                time(BEGIN + DAY)));
    }

    @Test
    void itsEndCanBeTakenBack() {
        set("ENABLED");
        streams.advance(Duration.ofHours(1));
        set("DISABLED");
        streams.advance(Duration.ofHours(1));

        assertThat(texts(set("ENABLED"))).containsEntry("Status", "ENABLED").containsEntry("StartedAt",
                time(BEGIN).toString());
        streams.advance(Duration.ofHours(48));
        assertThat(settings()).containsEntry("Status", "ENABLED");
        assertThat(texts(set("DISABLED"))).containsEntry("Status", "DISABLED").containsEntry("EndedAt",
                time(BEGIN + Duration.ofHours(50).toSeconds()).toString());
    }

    @Test
    void itIsKeptForEachAccountAndRegion() {
        set("ENABLED");
        streams.bench.restart();

        assertThat(settings()).containsEntry("Status", "ENABLED");
        for (List<String> other : List.of(List.of("111111111111", "us-east-1"), List.of(ACCOUNT, "eu-west-1"))) {
            assertThat(map(streams.callAs(other.get(0), other.get(1), "DescribeAccountSettings"),
                    "MinimumThroughputBillingCommitment")).isEqualTo(Map.of("Status", "DISABLED"));
        }
        streams.bench.service("kinesis").reset();
        assertThat(settings()).isEqualTo(Map.of("Status", "DISABLED"));
    }

    @Test
    void warmThroughputIsForCommittedAccounts() {
        Map<String, String> onDemand = Map.of("StreamMode", "ON_DEMAND");
        assertThat(streams.refused("CreateStream", "StreamName", "warm", "StreamModeDetails", onDemand,
                "WarmThroughputMiBps", 10)).extracting(AwsError::code).isEqualTo("ValidationException");
        set("ENABLED");
        streams.call("CreateStream", "StreamName", "warm", "StreamModeDetails", onDemand, "WarmThroughputMiBps", 10);
        streams.advance(MOMENT);

        assertThat(streams.services().events().since(0)).anyMatch(event -> event.text().contains("warm has 10 shards"));
        assertThat(streams.refused("CreateStream", "StreamName", "cold", "ShardCount", 1, "WarmThroughputMiBps", 10))
                .hasMessageContaining("ON_DEMAND mode only");
        assertThat(streams.refused("UpdateStreamWarmThroughput", "StreamName", "warm", "WarmThroughputMiBps", 10_241))
                .extracting(AwsError::code).isEqualTo("LimitExceededException");
    }

    @Test
    void whatAStreamIsReadyForIsToldWhileItIsScaledToo() {
        streams.call("CreateStream", "StreamName", "warm", "StreamModeDetails", Map.of("StreamMode", "ON_DEMAND"));
        streams.advance(MOMENT);
        assertThat(warm()).isNull();

        set("ENABLED");
        assertThat(warm()).isEqualTo(Map.of("TargetMiBps", 4, "CurrentMiBps", 4));
        streams.call("UpdateStreamWarmThroughput", "StreamName", "warm", "WarmThroughputMiBps", 10);
        assertThat(warm()).isEqualTo(Map.of("TargetMiBps", 10, "CurrentMiBps", 4));
        streams.advance(MOMENT);
        assertThat(warm()).isEqualTo(Map.of("TargetMiBps", 10, "CurrentMiBps", 10));
    }

    private Object warm() {
        return map(streams.call("DescribeStreamSummary", "StreamName", "warm"), "StreamDescriptionSummary")
                .get("WarmThroughput");
    }

    @Test
    void anOnDemandStreamMayHaveFiftyConsumersThen() {
        streams.call("CreateStream", "StreamName", "busy", "StreamModeDetails", Map.of("StreamMode", "ON_DEMAND"));
        streams.advance(MOMENT);
        register(0, 20);
        assertThat(consumer(20).code()).isEqualTo("LimitExceededException");

        set("ENABLED");
        register(20, 50);
        assertThat(consumer(50)).hasMessageContaining("Limit of 50 consumers");
    }

    private void register(int from, int to) {
        for (int i = from; i < to; i++) {
            assertThat(consumer(i)).isNull();
            streams.advance(MOMENT);
        }
    }

    private AwsError consumer(int number) {
        return streams.refused("RegisterStreamConsumer", "StreamARN",
                streams.bench.arn("kinesis", "stream/busy"), "ConsumerName", "app" + number);
    }
}
