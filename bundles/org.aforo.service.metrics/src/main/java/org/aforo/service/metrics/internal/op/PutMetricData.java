package org.aforo.service.metrics.internal.op;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.api.time.BenchClock;
import org.aforo.service.metrics.internal.Aggregate;
import org.aforo.service.metrics.internal.Dimension;
import org.aforo.service.metrics.internal.Errors;
import org.aforo.service.metrics.internal.Limits;
import org.aforo.service.metrics.internal.MetricId;
import org.aforo.service.metrics.internal.MetricStore;

/**
 * PutMetricData: all of a request or nothing of it.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricData.html">API
 *      reference</a>
 */
public record PutMetricData(MetricStore store, Limits limits, BenchClock clock) {

    private static final Duration PAST = Duration.ofDays(14);
    private static final Duration FUTURE = Duration.ofHours(2);
    private static final long MINUTE_SECONDS = 60;
    private static final char DELETE = 0x7f;

    public record Input(String namespace, List<MetricDatum> metricData, List<EntityMetricData> entityMetricData) {
    }

    /** As in the model; the entity itself means nothing here. */
    public record EntityMetricData(List<MetricDatum> metricData) {
    }

    /** As in the model. */
    public record MetricDatum(String metricName, List<Dimension> dimensions, Instant timestamp, Double value,
            StatisticSet statisticValues, List<Double> values, List<Double> counts, String unit,
            Integer storageResolution) {
    }

    /** As in the model. */
    public record StatisticSet(Double sampleCount, Double sum, Double minimum, Double maximum) {
    }

    /** A metric's values in a minute, found good. */
    private record Put(MetricId metric, String unit, long minute, Aggregate values) {
    }

    public Void handle(Input in, Call call) throws AwsError {
        if (in.namespace.toUpperCase(Locale.ROOT).startsWith("AWS/")) {
            throw Errors.value("The value AWS/ for parameter Namespace is invalid.");
        }
        List<Put> puts = new ArrayList<>();
        gather(in, call, "MetricData", in.metricData, puts);
        List<EntityMetricData> entities = in.entityMetricData == null ? List.of() : in.entityMetricData;
        for (int i = 0; i < entities.size(); i++) {
            gather(in, call, "EntityMetricData.member." + (i + 1) + ".MetricData", entities.get(i).metricData, puts);
        }
        if (puts.isEmpty()) {
            throw Errors.missing("The parameter MetricData is required.");
        }
        if (puts.size() > limits.data.getAsLong()) {
            throw Errors.value("The collection MetricData must not have a size greater than "
                    + limits.data.getAsLong() + '.');
        }
        puts.forEach(this::keep);
        return null;
    }

    private void gather(Input in, Call call, String name, List<MetricDatum> data, List<Put> puts) throws AwsError {
        for (int i = 0; data != null && i < data.size(); i++) {
            MetricDatum datum = data.get(i);
            String its = name + ".member." + (i + 1);
            Aggregate values = DatumValues.of(datum, its, limits);
            checkResolution(datum, its);
            checkDimensions(datum.dimensions, its);
            MetricId metric = MetricId.of(call.account(), call.region(), in.namespace, datum.metricName,
                    datum.dimensions);
            puts.add(new Put(metric, datum.unit == null ? "None" : datum.unit, minute(datum.timestamp, its), values));
        }
    }

    /** As {@code Dimension}'s documentation says: ASCII without control characters, not blank, no name with a colon. */
    private static void checkDimensions(List<Dimension> dimensions, String name) throws AwsError {
        for (int i = 0; dimensions != null && i < dimensions.size(); i++) {
            String its = name + ".Dimensions.member." + (i + 1);
            Dimension dimension = dimensions.get(i);
            checkText(dimension.name(), its + ".Name", !dimension.name().startsWith(":"));
            checkText(dimension.value(), its + ".Value", true);
        }
    }

    private static void checkText(String text, String name, boolean begunWell) throws AwsError {
        if (!begunWell || text.isBlank() || !text.chars().allMatch(c -> c >= ' ' && c < DELETE)) {
            throw Errors.value("The value " + text + " for parameter " + name + " is invalid.");
        }
    }

    private static void checkResolution(MetricDatum datum, String name) throws AwsError {
        Integer resolution = datum.storageResolution;
        if (resolution != null && resolution != 1 && resolution != MINUTE_SECONDS) {
            throw Errors.value("The parameter " + name + ".StorageResolution must be a value in the set [ 1, 60 ].");
        }
    }

    private long minute(Instant given, String name) throws AwsError {
        Instant now = clock.now();
        Instant time = given == null ? now : given;
        if (time.isBefore(now.minus(PAST)) || time.isAfter(now.plus(FUTURE))) {
            throw Errors.value("The parameter " + name
                    + ".Timestamp must specify a time within the past two weeks.");
        }
        return Math.floorDiv(time.getEpochSecond(), MINUTE_SECONDS);
    }

    private void keep(Put put) throws AwsError {
        if (!store.add(put.metric, put.unit, put.minute, put.values)) {
            throw AwsError.client("Throttling", "Rate exceeded: this bench keeps no more metrics in an hour.");
        }
    }
}
