package org.aforo.clients.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.InvalidParameterValueException;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.MetricsName;

/** What services measure, read with the SDK for Java as CloudWatch's metrics, on a clock that the tests step. */
@Timeout(60)
class CloudWatchTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static Product product;
    private static KinesisClient kinesis;
    private static CloudWatchClient cloudWatch;

    @BeforeAll
    static void start() throws Exception {
        product = Product.start("--ephemeral", "--clock", "0");
        kinesis = Clients.build(KinesisClient.builder(), product.endpoint());
        cloudWatch = Clients.build(CloudWatchClient.builder(), product.endpoint());
    }

    @AfterAll
    static void stop() throws Exception {
        cloudWatch.close();
        kinesis.close();
        product.close();
    }

    @Test
    void aStreamsMinutesAreTold() throws Exception {
        Instant begun = create("told");
        put("told", 100);
        put("told", 50);
        product.advance(MINUTE);

        List<Datapoint> bytes = cloudWatch.getMetricStatistics(r -> r.namespace("AWS/Kinesis")
                .metricName("IncomingBytes").dimensions(stream("told")).startTime(begun.minus(MINUTE))
                .endTime(begun.plus(MINUTE)).period(60).statistics(Statistic.SUM, Statistic.MAXIMUM)).datapoints();
        assertThat(bytes).singleElement().satisfies(point -> {
            assertThat(point.sum()).isEqualTo(152.0);
            assertThat(point.maximum()).isEqualTo(101.0);
            assertThat(point.unit()).isEqualTo(StandardUnit.BYTES);
        });
        assertThat(cloudWatch.listMetricsPaginator(r -> r.namespace("AWS/Kinesis").dimensions(d -> d.name("StreamName")
                .value("told"))).metrics()).extracting(Metric::metricName)
                .contains("IncomingBytes", "IncomingRecords", "PutRecord.Success").doesNotContain("PutRecords.Success");
    }

    @Test
    void shardsAreToldOfSinceTheirMonitoringIsEnhanced() throws Exception {
        Instant begun = create("shards");
        put("shards", 999);
        kinesis.enableEnhancedMonitoring(r -> r.streamName("shards").shardLevelMetrics(MetricsName.INCOMING_BYTES));
        product.advance(Duration.ofSeconds(1));
        put("shards", 99);
        product.advance(MINUTE);

        List<MetricDataResult> results = cloudWatch.getMetricDataPaginator(r -> r.startTime(begun.minus(MINUTE))
                .endTime(begun.plus(MINUTE)).metricDataQueries(
                        q -> q.id("shard").metricStat(s -> s.stat("Sum").period(60).metric(incoming(stream("shards"),
                                Dimension.builder().name("ShardId").value("shardId-000000000000").build()))),
                        q -> q.id("stream").metricStat(s -> s.stat("Sum").period(60)
                                .metric(incoming(stream("shards"))))))
                .metricDataResults().stream().toList();
        assertThat(results).filteredOn(result -> result.id().equals("shard"))
                .flatExtracting(MetricDataResult::values).containsExactly(100.0);
        assertThat(results).filteredOn(result -> result.id().equals("stream"))
                .flatExtracting(MetricDataResult::values).containsExactly(1_100.0);
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> cloudWatch.getMetricStatistics(r -> r.namespace("AWS/Kinesis")
                .metricName("IncomingBytes").startTime(Instant.EPOCH.plus(MINUTE)).endTime(Instant.EPOCH).period(60)
                .statistics(Statistic.SUM))).isInstanceOf(InvalidParameterValueException.class)
                .hasMessageStartingWith("The parameter StartTime must be less than the parameter EndTime.");
    }

    /** Makes a stream with one shard, and goes on to a second after a minute began, which is given. */
    private static Instant create(String name) throws Exception {
        kinesis.createStream(r -> r.streamName(name).shardCount(1));
        product.advance(Duration.ofSeconds(1));
        Instant created = kinesis.describeStreamSummary(r -> r.streamName(name)).streamDescriptionSummary()
                .streamCreationTimestamp();
        Instant minute = created.truncatedTo(ChronoUnit.MINUTES).plus(MINUTE.multipliedBy(2));
        product.ask("POST", "/_aforo/clock/advance", "{\"until\":\"" + minute.plusSeconds(1) + "\"}");
        return minute;
    }

    /** A record that counts one byte more, for its key. */
    private static void put(String name, int bytes) {
        kinesis.putRecord(r -> r.streamName(name).partitionKey("k").data(SdkBytes.fromByteArray(new byte[bytes])));
    }

    private static Dimension stream(String name) {
        return Dimension.builder().name("StreamName").value(name).build();
    }

    private static Metric incoming(Dimension... dimensions) {
        return Metric.builder().namespace("AWS/Kinesis").metricName("IncomingBytes").dimensions(dimensions).build();
    }
}
