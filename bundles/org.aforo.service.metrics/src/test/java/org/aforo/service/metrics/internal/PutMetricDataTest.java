package org.aforo.service.metrics.internal;

import static org.aforo.service.metrics.internal.MetricsBench.at;
import static org.aforo.service.metrics.internal.MetricsBench.dimension;
import static org.aforo.service.metrics.internal.MetricsBench.in;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.aforo.api.endpoint.AwsError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.params.provider.Arguments.arguments;

class PutMetricDataTest {

    private static final List<Map<String, Object>> NONE = List.of();
    private static final Map<String, Object> SET = in("SampleCount", 4.0, "Sum", 10.0, "Minimum", 1.0, "Maximum", 5.0);

    private final MetricsBench bench = new MetricsBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void valuesComeInFourWays() {
        bench.put("m", "Value", 2.5);
        bench.put("m", "Values", List.of(1.0, 7.0));
        bench.put("m", "Values", List.of(3.0), "Counts", List.of(2.0));
        bench.put("m", "StatisticValues", SET);

        assertThat(bench.statistics("Lab", "m", NONE, 1, 60, "Sum", "SampleCount", "Minimum", "Maximum", "Average"))
                .containsExactly(in("Timestamp", at(0), "Sum", 26.5, "SampleCount", 9.0, "Minimum", 1.0, "Maximum",
                        7.0, "Average", 26.5 / 9));
    }

    @Test
    void theirTimeIsTheClientsOrElseTheBenchs() {
        bench.bench.advance(Duration.ofSeconds(90));
        bench.put("m", "Value", 1.0);
        bench.put("m", "Value", 2.0, "Timestamp", at(0).plusSeconds(59));

        assertThat(bench.statistics("Lab", "m", NONE, 5, 60, "Sum")).containsExactly(
                in("Timestamp", at(0), "Sum", 2.0), in("Timestamp", at(1), "Sum", 1.0));
    }

    @Test
    void dimensionsInAnyOrderMakeTheMetricAndUnitsAreKeptApart() {
        Map<String, Object> a = dimension("A", "1");
        Map<String, Object> b = dimension("B", "2");
        bench.put("m", "Value", 1.0, "Dimensions", List.of(a, b));
        bench.put("m", "Value", 2.0, "Dimensions", List.of(b, a), "Unit", "Bytes");
        bench.put("m", "Value", 4.0, "Dimensions", List.of(a));

        assertThat(bench.statistics("Lab", "m", List.of(b, a), 1, 60, "Sum")).containsExactlyInAnyOrder(
                in("Timestamp", at(0), "Sum", 1.0), in("Timestamp", at(0), "Sum", 2.0));
        assertThat(bench.statistics("Lab", "m", NONE, 1, 60, "Sum")).isEmpty();
        assertThat(MetricsBench.points(bench.call("GetMetricStatistics", in("Namespace", "Lab", "MetricName", "m",
                "Dimensions", List.of(a, b), "StartTime", at(0), "EndTime", at(1), "Period", 60, "Statistics",
                List.of("Sum"), "Unit", "Bytes")))).containsExactly(in("Timestamp", at(0), "Sum", 2.0));
    }

    @Test
    void metricsWithEntitiesAreMetrics() {
        bench.call("PutMetricData", in("Namespace", "Lab", "EntityMetricData",
                List.of(in("MetricData", List.of(in("MetricName", "m", "Value", 3.0))))));

        assertThat(bench.statistics("Lab", "m", NONE, 1, 60, "Sum")).hasSize(1);
    }

    static Stream<Arguments> refusals() {
        String datum = "MetricData.member.1.";
        String value = "InvalidParameterValueException";
        String combination = "InvalidParameterCombinationException";
        return Stream.of(
                arguments(in("Value", Double.NaN), value, "The value NaN for parameter " + datum + "Value is invalid."),
                arguments(in("Value", 1e300), value, null),
                arguments(in(), "MissingRequiredParameterException", "At least one of the parameters " + datum
                        + "Value, " + datum + "Values or " + datum + "StatisticValues must be specified."),
                arguments(in("Value", 1.0, "Values", List.of(1.0)), combination, "The parameters " + datum
                        + "Value and " + datum + "Values are mutually exclusive and you have specified both."),
                arguments(in("Value", 1.0, "StatisticValues", SET), combination, null),
                arguments(in("Values", List.of(1.0), "StatisticValues", SET), combination, null),
                arguments(in("Values", List.of(1.0), "Counts", List.of(1.0, 2.0)), value, "The parameters " + datum
                        + "Values and " + datum + "Counts must be of the same size."),
                arguments(in("Values", List.of(1.0), "Counts", List.of(0.0)), value, null),
                arguments(in("Values", Collections.nCopies(151, 1.0)), value, "The collection " + datum
                        + "Values must not have a size greater than 150."),
                arguments(in("StatisticValues", in("SampleCount", 1.0, "Sum", 1.0, "Minimum", 2.0, "Maximum", 1.0)),
                        value, "The parameter " + datum + "StatisticValues.Maximum must be greater than " + datum
                                + "StatisticValues.Minimum."),
                arguments(in("Value", 1.0, "StorageResolution", 300), value, "The parameter " + datum
                        + "StorageResolution must be a value in the set [ 1, 60 ]."),
                arguments(in("Value", 1.0, "Timestamp", at(-14 * 24 * 60 - 1)), value, "The parameter " + datum
                        + "Timestamp must specify a time within the past two weeks."),
                arguments(in("Value", 1.0, "Timestamp", at(121)), value, null),
                arguments(in("Value", 1.0, "Dimensions", List.of(dimension(":a", "1"))), value, "The value :a for "
                        + "parameter " + datum + "Dimensions.member.1.Name is invalid."),
                arguments(in("Value", 1.0, "Dimensions", List.of(dimension("a", " "))), value, null),
                arguments(in("Value", 1.0, "Dimensions", List.of(dimension("a", "señal"))), value, null),
                arguments(in("Value", 1.0, "Dimensions", List.of(dimension("a\n", "1"))), value, null),
                arguments(in("Value", 1.0, "Unit", "Bushels"), "ValidationError", null));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void whatIsWrongIsRefusedAndNothingIsKept(Map<String, Object> members, String code, String message) {
        members.put("MetricName", "m");
        AwsError refused = bench.refused("PutMetricData", in("Namespace", "Lab", "MetricData", List.of(members)));

        assertThat(refused.code()).isEqualTo(code);
        if (message != null) {
            assertThat(refused).hasMessage(message);
        }
        assertThat((List<?>) bench.call("ListMetrics", in()).get("Metrics")).isEmpty();
    }

    @Test
    void oneWrongMetricRefusesAllOfARequest() {
        AwsError refused = bench.refused("PutMetricData", in("Namespace", "Lab", "MetricData",
                List.of(in("MetricName", "good", "Value", 1.0), in("MetricName", "bad", "Value", Double.NaN))));

        assertThat(refused).hasMessageContaining("MetricData.member.2.Value");
        assertThat((List<?>) bench.call("ListMetrics", in()).get("Metrics")).isEmpty();
    }

    @Test
    void namespacesOfAwsAreAwss() {
        List<Map<String, Object>> data = List.of(in("MetricName", "m", "Value", 1.0));
        assertThat(bench.refused("PutMetricData", in("Namespace", "AWS/Kinesis", "MetricData", data)))
                .hasMessage("The value AWS/ for parameter Namespace is invalid.");
        assertThat(bench.refused("PutMetricData", in("Namespace", "Lab")).code())
                .isEqualTo("MissingRequiredParameterException");
        assertThat(bench.refused("PutMetricData", in("Namespace", "Lab", "MetricData",
                Collections.nCopies(1_001, data.getFirst()))))
                .hasMessage("The collection MetricData must not have a size greater than 1000.");
    }
}
