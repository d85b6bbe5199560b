package org.aforo.service.metrics.internal;

import static org.aforo.service.metrics.internal.MetricsBench.at;
import static org.aforo.service.metrics.internal.MetricsBench.in;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.aforo.api.endpoint.AwsError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.params.provider.Arguments.arguments;

class GetMetricDataTest {

    private static final String Q1 = "MetricDataQueries.member.1.";

    private final MetricsBench bench = new MetricsBench();

    @BeforeEach
    void values() {
        for (int minute = 0; minute < 4; minute++) {
            bench.put("m", "Value", minute + 1.0, "Timestamp", at(minute));
            bench.put("n", "Value", 10.0 * (minute + 1), "Timestamp", at(minute));
        }
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private static Map<String, Object> stat(String name, int period, String stat) {
        return in("Metric", in("Namespace", "Lab", "MetricName", name), "Period", period, "Stat", stat);
    }

    private static Map<String, Object> input(Object... queries) {
        return in("MetricDataQueries", List.of(queries), "StartTime", at(0), "EndTime", at(10));
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> results(Map<String, Object> answer) {
        return (List<Map<String, Object>>) answer.get("MetricDataResults");
    }

    @Test
    void theNewestComesFirstUnlessAskedOtherwise() {
        Map<String, Object> input = input(in("Id", "a", "MetricStat", stat("m", 120, "Sum")),
                in("Id", "b", "Label", "mine", "MetricStat", stat("n", 120, "Maximum")),
                in("Id", "c", "ReturnData", false, "MetricStat", stat("n", 60, "Sum")),
                in("Id", "d", "MetricStat", stat("nothing", 60, "Sum")));

        assertThat(results(bench.call("GetMetricData", input))).containsExactly(
                in("Id", "a", "Label", "m", "Timestamps", List.of(at(2), at(0)), "Values", List.of(7.0, 3.0),
                        "StatusCode", "Complete"),
                in("Id", "b", "Label", "mine", "Timestamps", List.of(at(2), at(0)), "Values", List.of(40.0, 20.0),
                        "StatusCode", "Complete"),
                in("Id", "d", "Label", "nothing", "Timestamps", List.of(), "Values", List.of(), "StatusCode",
                        "Complete"));
        input.put("ScanBy", "TimestampAscending");
        assertThat(results(bench.call("GetMetricData", input)).getFirst()).containsEntry("Values", List.of(3.0, 7.0));
    }

    @Test
    void periodsBeginWithTheStartAndTheEndIsntInThem() {
        Map<String, Object> input = input(in("Id", "a", "MetricStat", stat("m", 120, "Sum")));
        input.put("ScanBy", "TimestampAscending");
        input.put("StartTime", at(1).plusSeconds(20));
        input.put("EndTime", at(3));

        assertThat(results(bench.call("GetMetricData", input)).getFirst())
                .containsEntry("Timestamps", List.of(at(1))).containsEntry("Values", List.of(5.0));
    }

    @Test
    void pagesTogetherTellAllOfIt() {
        Map<String, Object> input = input(in("Id", "a", "MetricStat", stat("m", 60, "Sum")),
                in("Id", "b", "MetricStat", stat("n", 60, "Sum")));
        input.put("MaxDatapoints", 3);
        List<String> told = new ArrayList<>();
        String token = null;
        do {
            input.put("NextToken", token);
            input.values().removeIf(java.util.Objects::isNull);
            Map<String, Object> answer = bench.call("GetMetricData", input);
            results(answer).forEach(r -> told.add(r.get("Id") + " " + r.get("Values") + " " + r.get("StatusCode")));
            token = (String) answer.get("NextToken");
            bench.put("m", "Value", 99.0, "Timestamp", at(5)); // comes before what is left, and moves nothing
        } while (token != null);

        assertThat(told).containsExactly("a [4.0, 3.0, 2.0] PartialData", "a [1.0] Complete",
                "b [40.0, 30.0] PartialData", "b [20.0, 10.0] Complete");
    }

    @Test
    void aTokenIsOfItsRequestAlone() {
        Map<String, Object> input = input(in("Id", "a", "MetricStat", stat("m", 60, "Sum")));
        input.put("MaxDatapoints", 1);
        input.put("NextToken", bench.call("GetMetricData", input).get("NextToken"));
        assertThat(results(bench.call("GetMetricData", input)).getFirst()).containsEntry("Values", List.of(3.0));

        for (Object bad : List.of("!", "", "MTIz", input.get("NextToken"))) {
            input.put("NextToken", bad);
            input.put("EndTime", at(9));
            assertThat(bench.refused("GetMetricData", input).code()).isEqualTo("InvalidNextToken");
        }
    }

    static Stream<Arguments> refusals() {
        Map<String, Object> good = stat("m", 60, "Sum");
        return Stream.of(
                arguments(in("Id", "A", "MetricStat", good), at(9), "The value A for parameter " + Q1
                        + "Id is not matching the expected pattern ^[a-z][a-zA-Z0-9_]*$."),
                arguments(in("Id", "a", "Expression", "SUM(METRICS())"), at(9), "The parameter " + Q1
                        + "Expression is not supported: this bench has no metric math and no Metrics Insights."),
                arguments(in("Id", "a", "Expression", "m1", "MetricStat", good), at(9), "The parameters " + Q1
                        + "Expression and " + Q1 + "MetricStat are mutually exclusive and you have specified both."),
                arguments(in("Id", "a", "Period", 60, "MetricStat", good), at(9), "The parameters " + Q1
                        + "Period and " + Q1 + "MetricStat are mutually exclusive and you have specified both."),
                arguments(in("Id", "a"), at(9), null),
                arguments(in("Id", "a", "MetricStat", stat("m", 60, "p99")), at(9), "The value p99 for parameter "
                        + Q1 + "MetricStat.Stat is not supported: this bench keeps no percentiles."),
                arguments(in("Id", "a", "MetricStat", stat("m", 60, "p101")), at(9), "The value p101 for parameter "
                        + Q1 + "MetricStat.Stat is not a valid statistic."),
                arguments(in("Id", "a", "MetricStat", stat("m", 30, "Sum")), at(9), null),
                arguments(in("Id", "a", "MetricStat", good), at(0),
                        "The parameter StartTime must not equal parameter EndTime."),
                arguments(in("Id", "a", "MetricStat", good), at(-1),
                        "The parameter StartTime must be less than the parameter EndTime."));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void whatIsWrongIsRefused(Map<String, Object> query, Instant end, String message) {
        Map<String, Object> input = input(query);
        input.put("EndTime", end);
        AwsError refused = bench.refused("GetMetricData", input);

        assertThat(refused.code()).isEqualTo("ValidationError");
        if (message != null) {
            assertThat(refused).hasMessage(message);
        }
    }

    @Test
    void aTimezoneIsASignAndFourDigits() {
        Map<String, Object> input = input(in("Id", "a", "MetricStat", stat("m", 60, "Sum")));
        input.put("LabelOptions", in("Timezone", "+0130"));
        assertThat(results(bench.call("GetMetricData", input))).hasSize(1);

        input.put("LabelOptions", in("Timezone", "Europe/Madrid"));
        assertThat(bench.refused("GetMetricData", input).code()).isEqualTo("ValidationError");
    }

    @Test
    void idsAreUnique() {
        Map<String, Object> query = in("Id", "a", "MetricStat", stat("m", 60, "Sum"));

        assertThat(bench.refused("GetMetricData", input(query, query)))
                .hasMessage("The values for parameter id in MetricDataQueries are not unique.");
    }
}
