package org.aforo.service.metrics.internal.op;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.metrics.internal.Aggregate;
import org.aforo.service.metrics.internal.Dimension;
import org.aforo.service.metrics.internal.Errors;
import org.aforo.service.metrics.internal.Limits;
import org.aforo.service.metrics.internal.MetricId;
import org.aforo.service.metrics.internal.MetricStore;
import org.aforo.service.metrics.internal.Span;
import org.aforo.service.metrics.internal.Statistic;

/**
 * GetMetricStatistics.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricStatistics.html">API
 *      reference</a>
 */
public record GetMetricStatistics(MetricStore store, Limits limits) {

    public record Input(String namespace, String metricName, List<Dimension> dimensions, Instant startTime,
            Instant endTime, Integer period, List<String> statistics, List<String> extendedStatistics, String unit) {
    }

    public record Output(String label, List<Datapoint> datapoints) {
    }

    /** As in the model; statistics that weren't asked for are null. */
    public record Datapoint(Instant timestamp, Double sampleCount, Double average, Double sum, Double minimum,
            Double maximum, String unit) {
    }

    public Output handle(Input in, Call call) throws AwsError {
        checkStatistics(in);
        Span span = Span.of(in.startTime, in.endTime, in.period, "Period", Errors::value);
        if (span.periods() > limits.datapoints.getAsLong()) {
            throw Errors.combination("You have requested up to " + span.periods()
                    + " datapoints, which exceeds the limit of " + limits.datapoints.getAsLong()
                    + ". You may reduce the datapoints requested by increasing Period, or decreasing the time range.");
        }
        MetricId metric = MetricId.of(call.account(), call.region(), in.namespace, in.metricName, in.dimensions);
        List<String> units = in.unit == null ? store.units(metric) : List.of(in.unit);
        List<Datapoint> points = new ArrayList<>();
        for (String unit : units) {
            span.read(store, metric, unit)
                    .forEach((minute, values) -> points.add(point(in.statistics, minute, values, unit)));
        }
        points.sort(Comparator.comparing(Datapoint::timestamp));
        return new Output(in.metricName, points);
    }

    private static void checkStatistics(Input in) throws AwsError {
        boolean extended = in.extendedStatistics != null;
        if (in.statistics == null && !extended) {
            throw Errors.combination("Must specify either Statistics or ExtendedStatistics");
        }
        if (in.statistics != null && extended) {
            throw Errors.combination(Errors.exclusive("Statistics", "ExtendedStatistics"));
        }
        if (extended) {
            throw Errors.value(Statistic.refusal(in.extendedStatistics.getFirst(), "ExtendedStatistics.member.1"));
        }
    }

    private static Datapoint point(List<String> asked, long minute, Aggregate values, String unit) {
        return new Datapoint(Span.time(minute), value(asked, "SampleCount", values), value(asked, "Average", values),
                value(asked, "Sum", values), value(asked, "Minimum", values), value(asked, "Maximum", values), unit);
    }

    private static Double value(List<String> asked, String name, Aggregate values) {
        ToDoubleFunction<Aggregate> statistic = Statistic.of(name);
        return asked.contains(name) ? statistic.applyAsDouble(values) : null;
    }
}
