package org.aforo.service.metrics.internal.op;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.metrics.internal.Aggregate;
import org.aforo.service.metrics.internal.Limits;
import org.aforo.service.metrics.internal.MetricId;
import org.aforo.service.metrics.internal.MetricStore;
import org.aforo.service.metrics.internal.Span;
import org.aforo.service.metrics.internal.Statistic;

/**
 * GetMetricData.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricData.html">API
 *      reference</a>
 */
public record GetMetricData(MetricStore store, Limits limits) {

    private static final String ASCENDING = "TimestampAscending";

    public record Input(List<Query> metricDataQueries, Instant startTime, Instant endTime, String nextToken,
            String scanBy, Integer maxDatapoints, LabelOptions labelOptions) {
    }

    /** As in the model; labels are taken as they are, so that it is checked alone. */
    public record LabelOptions(String timezone) {
    }

    /** AWS's {@code MetricDataQuery}. */
    public record Query(String id, MetricStat metricStat, String expression, String label, Boolean returnData,
            Integer period, String accountId) {
    }

    /** As in the model. */
    public record MetricStat(Metric metric, Integer period, String stat, String unit) {
    }

    public record Output(List<Result> metricDataResults, String nextToken, List<Message> messages) {
    }

    /** AWS's {@code MetricDataResult}. */
    public record Result(String id, String label, List<Instant> timestamps, List<Double> values, String statusCode) {
    }

    /** AWS's {@code MessageData}. */
    public record Message(String code, String value) {
    }

    public Output handle(Input in, Call call) throws AwsError {
        Queries.check(in, limits);
        Page page = Page.of(in, limits);
        List<Result> results = new ArrayList<>();
        for (int i = page.query(); i < in.metricDataQueries.size() && page.hasRoom(); i++) {
            Query query = in.metricDataQueries.get(i);
            if (query.returnData == null || query.returnData) {
                results.add(result(in, i, page, call));
            }
        }
        return new Output(results, page.next(), List.of());
    }

    private Result result(Input in, int index, Page page, Call call) throws AwsError {
        Query query = in.metricDataQueries.get(index);
        MetricStat stat = query.metricStat;
        String account = query.accountId == null ? call.account() : query.accountId;
        MetricId metric = MetricId.of(account, call.region(), stat.metric.namespace(), stat.metric.metricName(),
                stat.metric.dimensions());
        Span span = Queries.span(in, index);
        NavigableMap<Long, Aggregate> values = span.read(store, metric, stat.unit);
        boolean ascending = ASCENDING.equals(in.scanBy);
        NavigableMap<Long, Aggregate> ordered = page.rest(index, ascending ? values : values.descendingMap());
        List<Instant> times = new ArrayList<>();
        List<Double> numbers = new ArrayList<>();
        for (Map.Entry<Long, Aggregate> each : ordered.entrySet()) {
            if (!page.take(index, each.getKey())) {
                break;
            }
            times.add(Span.time(each.getKey()));
            numbers.add(Statistic.of(stat.stat).applyAsDouble(each.getValue()));
        }
        String label = query.label == null ? stat.metric.metricName() : query.label;
        return new Result(query.id, label, times, numbers, times.size() < ordered.size() ? "PartialData" : "Complete");
    }
}
