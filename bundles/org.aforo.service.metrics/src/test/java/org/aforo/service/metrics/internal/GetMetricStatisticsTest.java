package org.aforo.service.metrics.internal;

import static org.aforo.service.metrics.internal.MetricsBench.at;
import static org.aforo.service.metrics.internal.MetricsBench.in;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.aforo.api.endpoint.AwsError;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.params.provider.Arguments.arguments;

/** What GetMetricStatistics refuses; what it tells, its metrics' tests show. */
class GetMetricStatisticsTest {

    static Stream<Arguments> refusals() {
        String value = "InvalidParameterValueException";
        String combination = "InvalidParameterCombinationException";
        return Stream.of(
                arguments(in("EndTime", at(0)), value, "The parameter StartTime must not equal parameter EndTime."),
                arguments(in("EndTime", at(-1)), value,
                        "The parameter StartTime must be less than the parameter EndTime."),
                arguments(in("EndTime", at(1_441)), combination, "You have requested up to 1441 datapoints, which "
                        + "exceeds the limit of 1440. You may reduce the datapoints requested by increasing Period, "
                        + "or decreasing the time range."),
                arguments(in("Period", 90), value, null),
                arguments(in("Statistics", null), combination, null),
                arguments(in("ExtendedStatistics", List.of("p99")), combination, null),
                arguments(in("Period", 0), "ValidationError", null),
                arguments(in("Statistics", List.of("Median")), "ValidationError", null));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void whatIsWrongIsRefused(Map<String, Object> changed, String code, String message) {
        Map<String, Object> input = in("Namespace", "Lab", "MetricName", "m", "StartTime", at(0), "EndTime", at(9),
                "Period", 60, "Statistics", List.of("Sum"));
        input.putAll(changed);
        if (changed.isEmpty()) {
            input.remove("Statistics");
        }
        try (MetricsBench bench = new MetricsBench()) {
            AwsError refused = bench.refused("GetMetricStatistics", input);

            assertThat(refused.code()).isEqualTo(code);
            if (message != null) {
                assertThat(refused).hasMessage(message);
            }
        }
    }
}
