package org.aforo.service.metrics.internal;

import java.util.function.LongSupplier;

import org.aforo.api.quota.Quotas;
import org.aforo.api.quota.Quotas.Quota;

/**
 * The service's limits, live.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_limits.html">Quotas</a>
 */
public final class Limits {

    private static final String SOURCE = "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/"
            + "cloudwatch_limits.html";

    /** About 64 MB. */
    private static final int HOURS = 32_768;

    /** Metrics in a PutMetricData. */
    public final LongSupplier data;
    /** Values of one of them. */
    public final LongSupplier values;
    /** Queries in a GetMetricData. */
    public final LongSupplier queries;
    /** Datapoints a GetMetricData answers at once. */
    public final LongSupplier queryDatapoints;
    /** Datapoints of a GetMetricStatistics. */
    public final LongSupplier datapoints;
    /** Metrics a ListMetrics answers at once. */
    public final LongSupplier listed;
    /** Hours of metrics kept. */
    final LongSupplier hours;

    Limits(Quotas quotas) {
        data = size(quotas, "metric-data-per-put", 1_000, "metrics");
        values = size(quotas, "values-per-metric", 150, "values");
        queries = size(quotas, "queries-per-get", 500, "queries");
        queryDatapoints = size(quotas, "query-datapoints", 100_800, "datapoints");
        datapoints = size(quotas, "statistics-datapoints", 1_440, "datapoints");
        listed = size(quotas, "listed-metrics", 500, "metrics");
        hours = size(quotas, "metric-hours-kept", HOURS, "hours");
    }

    private static LongSupplier size(Quotas quotas, String key, long value, String unit) {
        return quotas.define(new Quota("monitoring." + key, value, unit, false, SOURCE));
    }
}
