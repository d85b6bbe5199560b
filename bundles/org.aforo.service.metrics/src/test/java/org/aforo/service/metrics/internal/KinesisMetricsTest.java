package org.aforo.service.metrics.internal;

import static org.aforo.service.metrics.internal.MetricsBench.at;
import static org.aforo.service.metrics.internal.MetricsBench.dimension;
import static org.aforo.service.metrics.internal.MetricsBench.in;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.aforo.api.fault.Fault;
import org.aforo.api.fault.Fault.Effect;
import org.aforo.service.streams.internal.StreamsService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A stream's figures by AWS's names, exact by the minute. */
class KinesisMetricsTest {

    private static final List<Map<String, Object>> TICKS = List.of(dimension("StreamName", "ticks"));

    private final MetricsBench bench = new MetricsBench().with(StreamsService::new);

    @BeforeEach
    void stream() {
        kinesis("CreateStream", in("StreamName", "ticks", "ShardCount", 1));
        bench.bench.advance(Duration.ofSeconds(1));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private Map<String, Object> kinesis(String operation, Map<String, Object> input) {
        return bench.bench.call("kinesis", operation, input);
    }

    private void put(int... sizes) {
        List<Object> records = new ArrayList<>();
        for (int size : sizes) {
            records.add(in("Data", new byte[size], "PartitionKey", "k"));
        }
        kinesis("PutRecords", in("StreamName", "ticks", "Records", records));
    }

    private String iterator() {
        return (String) kinesis("GetShardIterator", in("StreamName", "ticks", "ShardId", "shardId-000000000000",
                "ShardIteratorType", "TRIM_HORIZON")).get("ShardIterator");
    }

    private List<Map<String, Object>> statistics(String name, int minutes, String... statistics) {
        return bench.statistics("AWS/Kinesis", name, TICKS, minutes, 60, statistics);
    }

    @Test
    void whatComesInIsCountedByTheMinuteAndByTheOperation() {
        put(99, 199);
        put(49);
        bench.minute();
        put(9);
        bench.minute();

        assertThat(statistics("IncomingBytes", 5, "Sum", "Average", "Minimum", "Maximum", "SampleCount"))
                .containsExactly(
                        in("Timestamp", at(0), "Sum", 350.0, "Average", 175.0, "Minimum", 50.0, "Maximum", 300.0,
                                "SampleCount", 2.0),
                        in("Timestamp", at(1), "Sum", 10.0, "Average", 10.0, "Minimum", 10.0, "Maximum", 10.0,
                                "SampleCount", 1.0));
        assertThat(statistics("IncomingRecords", 1, "Sum")).containsExactly(in("Timestamp", at(0), "Sum", 3.0));
        assertThat(statistics("PutRecords.SuccessfulRecords", 1, "Sum"))
                .containsExactly(in("Timestamp", at(0), "Sum", 3.0));
        assertThat(statistics("PutRecord.Success", 5, "Sum")).isEmpty();
        assertThat(bench.statistics("AWS/Kinesis", "IncomingBytes", TICKS, 5, 300, "Sum"))
                .containsExactly(in("Timestamp", at(0), "Sum", 360.0));
    }

    @Test
    void theMinuteUnderWayIsntToldYet() {
        put(99);
        bench.bench.advance(Duration.ofSeconds(58));

        assertThat(statistics("IncomingBytes", 5, "Sum")).isEmpty();
    }

    @Test
    void throttledWritesAndReadsAreTold() {
        put(900_000, 200_000);
        String iterator = iterator();
        for (int i = 0; i < 6; i++) {
            try {
                kinesis("GetRecords", in("ShardIterator", iterator, "Limit", 1));
            } catch (org.aforo.api.endpoint.AwsError throttled) {
                assertThat(throttled.code()).isEqualTo("ProvisionedThroughputExceededException");
            }
        }
        bench.minute();

        assertThat(statistics("WriteProvisionedThroughputExceeded", 1, "Sum", "SampleCount"))
                .containsExactly(in("Timestamp", at(0), "Sum", 1.0, "SampleCount", 1.0));
        assertThat(statistics("PutRecords.ThrottledRecords", 1, "Sum"))
                .containsExactly(in("Timestamp", at(0), "Sum", 1.0));
        assertThat(statistics("ReadProvisionedThroughputExceeded", 1, "SampleCount", "Maximum"))
                .containsExactly(in("Timestamp", at(0), "SampleCount", 6.0, "Maximum", 1.0));
    }

    @Test
    void anIteratorsAgeIsHowFarItsReaderIsBehind() {
        put(9);
        put(9);
        bench.bench.advance(Duration.ofMillis(1_500));
        kinesis("GetRecords", in("ShardIterator", iterator(), "Limit", 1));
        kinesis("GetRecords", in("ShardIterator", iterator()));
        bench.minute();

        assertThat(statistics("GetRecords.IteratorAgeMilliseconds", 1, "Maximum", "Minimum", "SampleCount"))
                .containsExactly(in("Timestamp", at(0), "Maximum", 1500.0, "Minimum", 0.0, "SampleCount", 2.0));
        assertThat(statistics("GetRecords.Bytes", 1, "Sum")).containsExactly(in("Timestamp", at(0), "Sum", 30.0));
        assertThat(statistics("GetRecords.Records", 1, "Sum")).containsExactly(in("Timestamp", at(0), "Sum", 3.0));
    }

    @Test
    void operationsAreTimedByTheBenchsClock() {
        put(9);
        kinesis("GetRecords", in("ShardIterator", iterator()));
        Duration delay = Duration.ofMillis(250);
        bench.bench.bench().faults().inject(new Fault(null, "kinesis", "PutRecord", "ticks/*",
                new Effect.Latency(delay, delay), 1, 1, null));
        bench.bench.bench().scheduler().after(delay, "put", () -> kinesis("PutRecord",
                in("StreamName", "ticks", "Data", new byte[9], "PartitionKey", "k")));
        bench.minute();

        assertThat(statistics("PutRecord.Latency", 1, "Sum", "SampleCount"))
                .containsExactly(in("Timestamp", at(0), "Sum", 250.0, "SampleCount", 1.0));
        assertThat(statistics("PutRecords.Latency", 1, "Sum", "SampleCount"))
                .containsExactly(in("Timestamp", at(0), "Sum", 0.0, "SampleCount", 1.0));
        assertThat(statistics("GetRecords.Latency", 1, "Sum", "SampleCount"))
                .containsExactly(in("Timestamp", at(0), "Sum", 0.0, "SampleCount", 1.0));
    }

    @Test
    void shardsAreToldOfWhereMonitoringIsEnhanced() {
        kinesis("EnableEnhancedMonitoring",
                in("StreamName", "ticks", "ShardLevelMetrics", List.of("IncomingBytes", "OutgoingRecords")));
        bench.bench.advance(Duration.ofSeconds(1));
        put(99);
        kinesis("GetRecords", in("ShardIterator", iterator()));
        bench.minute();
        bench.minute();
        List<Map<String, Object>> shard = List.of(dimension("ShardId", "shardId-000000000000"), TICKS.getFirst());

        assertThat(bench.statistics("AWS/Kinesis", "IncomingBytes", shard, 5, 60, "Sum")).containsExactly(
                in("Timestamp", at(0), "Sum", 100.0), in("Timestamp", at(1), "Sum", 0.0));
        assertThat(bench.statistics("AWS/Kinesis", "OutgoingRecords", shard, 1, 60, "Sum"))
                .containsExactly(in("Timestamp", at(0), "Sum", 1.0));
        assertThat(bench.statistics("AWS/Kinesis", "OutgoingBytes", shard, 5, 60, "Sum")).isEmpty();
    }

    @Test
    void shardsArentToldOfBeforeMonitoringIsEnhanced() {
        List<Map<String, Object>> shard = List.of(dimension("ShardId", "shardId-000000000000"), TICKS.getFirst());
        Map<String, Object> bytes = in("StreamName", "ticks", "ShardLevelMetrics", List.of("IncomingBytes"));
        put(999);
        kinesis("EnableEnhancedMonitoring", bytes);
        put(99);
        bench.minute();
        kinesis("DisableEnhancedMonitoring", bytes);
        put(4_999);
        bench.minute();
        kinesis("EnableEnhancedMonitoring", bytes);
        bench.bench.advance(Duration.ofSeconds(1));
        kinesis("EnableEnhancedMonitoring",
                in("StreamName", "ticks", "ShardLevelMetrics", List.of("IncomingBytes", "IteratorAgeMilliseconds")));
        put(49);
        bench.minute();

        assertThat(bench.statistics("AWS/Kinesis", "IncomingBytes", shard, 5, 60, "Sum")).containsExactly(
                in("Timestamp", at(0), "Sum", 100.0), in("Timestamp", at(2), "Sum", 50.0));
    }

    @Test
    void agesOfIteratorsArentToldOfBeforeMonitoringIsEnhanced() {
        List<Map<String, Object>> shard = List.of(dimension("ShardId", "shardId-000000000000"), TICKS.getFirst());
        Map<String, Object> age = in("StreamName", "ticks", "ShardLevelMetrics", List.of("IteratorAgeMilliseconds"));
        kinesis("EnableEnhancedMonitoring", age);
        bench.minute();
        kinesis("DisableEnhancedMonitoring", age);
        put(9);
        put(9);
        bench.bench.advance(Duration.ofMillis(1_500));
        kinesis("GetRecords", in("ShardIterator", iterator(), "Limit", 1));
        kinesis("EnableEnhancedMonitoring", age);
        kinesis("GetRecords", in("ShardIterator", iterator()));
        bench.minute();

        assertThat(bench.statistics("AWS/Kinesis", "IteratorAgeMilliseconds", shard, 5, 60, "Maximum", "SampleCount"))
                .containsExactly(in("Timestamp", at(1), "Maximum", 0.0, "SampleCount", 1.0));
    }

    @Test
    void shardsThatComeOfASplitAreToldOfAsTheirParentWas() {
        kinesis("EnableEnhancedMonitoring", in("StreamName", "ticks", "ShardLevelMetrics", List.of("IncomingRecords")));
        bench.bench.advance(Duration.ofSeconds(1));
        kinesis("SplitShard", in("StreamName", "ticks", "ShardToSplit", "shardId-000000000000", "NewStartingHashKey",
                "2"));
        bench.bench.advance(Duration.ofSeconds(1));
        put(99);
        bench.minute();

        assertThat(bench.statistics("AWS/Kinesis", "IncomingRecords",
                List.of(dimension("ShardId", "shardId-000000000002"), TICKS.getFirst()), 5, 60, "Sum"))
                .containsExactly(in("Timestamp", at(0), "Sum", 1.0));
    }

    @Test
    void aServiceThatGoesAndComesBackGoesOn() {
        put(99);
        bench.minute();
        bench.bench.without("kinesis");
        bench.minute();
        bench.bench.with(StreamsService::new);
        put(49);
        bench.minute();

        assertThat(statistics("IncomingBytes", 5, "Sum")).containsExactly(in("Timestamp", at(0), "Sum", 100.0),
                in("Timestamp", at(2), "Sum", 50.0));
        bench.bench.assertNoLeaks();
    }
}
