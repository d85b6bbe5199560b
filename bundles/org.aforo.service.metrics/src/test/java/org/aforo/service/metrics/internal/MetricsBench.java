package org.aforo.service.metrics.internal;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.aforo.api.Bench;
import org.aforo.api.IngestionService;
import org.aforo.api.endpoint.AwsError;
import org.aforo.testkit.TestBench;

/** A bench with CloudWatch in it, whose clock stands still; speaks the API as a client would. */
final class MetricsBench implements AutoCloseable {

    static final Instant ORIGIN = TestBench.ORIGIN;

    final TestBench bench = TestBench.stepped().with(MetricsService::new);

    MetricsBench with(java.util.function.Function<? super Bench, ? extends IngestionService> service) {
        bench.with(service);
        return this;
    }

    /** Names and values of members in turn; those whose value is null are left out. */
    static Map<String, Object> in(Object... members) {
        Map<String, Object> input = new HashMap<>();
        for (int i = 0; i < members.length; i += 2) {
            if (members[i + 1] != null) {
                input.put((String) members[i], members[i + 1]);
            }
        }
        return input;
    }

    Map<String, Object> call(String operation, Map<String, Object> input) {
        return bench.call("monitoring", operation, input);
    }

    AwsError refused(String operation, Map<String, Object> input) {
        return catchThrowableOfType(AwsError.class, () -> call(operation, input));
    }

    /** Goes on to the end of the minute. */
    MetricsBench minute() {
        long over = bench.bench().clock().millis() % 60_000;
        bench.advance(Duration.ofMillis(60_000 - over));
        return this;
    }

    void put(String name, Object... members) {
        Map<String, Object> datum = in(members);
        datum.put("MetricName", name);
        call("PutMetricData", in("Namespace", "Lab", "MetricData", List.of(datum)));
    }

    static Instant at(int minutes) {
        return ORIGIN.plus(Duration.ofMinutes(minutes));
    }

    static Map<String, Object> dimension(String name, String value) {
        return in("Name", name, "Value", value);
    }

    /** What GetMetricStatistics tells of a metric from the origin on, without units. */
    List<Map<String, Object>> statistics(String namespace, String name, List<Map<String, Object>> dimensions,
            int minutes, int period, String... statistics) {
        return points(call("GetMetricStatistics", in("Namespace", namespace, "MetricName", name, "Dimensions",
                dimensions, "StartTime", ORIGIN, "EndTime", at(minutes), "Period", period, "Statistics",
                List.of(statistics))));
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> points(Map<String, Object> answer) {
        List<Map<String, Object>> points = (List<Map<String, Object>>) answer.get("Datapoints");
        points.forEach(point -> point.remove("Unit"));
        return points;
    }

    @Override
    public void close() {
        bench.close();
    }
}
