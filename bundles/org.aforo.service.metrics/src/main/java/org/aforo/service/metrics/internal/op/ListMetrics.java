package org.aforo.service.metrics.internal.op;

import java.time.Duration;
import java.util.Collections;
import java.util.List;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.api.time.BenchClock;
import org.aforo.service.metrics.internal.Limits;
import org.aforo.service.metrics.internal.MetricId;
import org.aforo.service.metrics.internal.MetricStore;

/**
 * ListMetrics: those that had values in the last two weeks.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_ListMetrics.html">API
 *      reference</a>
 */
public record ListMetrics(MetricStore store, Limits limits, BenchClock clock) {

    private static final Duration LISTED = Duration.ofDays(14);
    private static final Duration RECENT = Duration.ofHours(3);

    public record Input(String namespace, String metricName, List<DimensionFilter> dimensions, String nextToken,
            String recentlyActive, Boolean includeLinkedAccounts, String owningAccount) {
    }

    /** As in the model. */
    public record DimensionFilter(String name, String value) {
    }

    public record Output(List<Metric> metrics, String nextToken, List<String> owningAccounts) {
    }

    public Output handle(Input in, Call call) throws AwsError {
        long back = (in.recentlyActive == null ? LISTED : RECENT).toMinutes();
        long since = Math.floorDiv(clock.now().getEpochSecond(), 60) - back;
        String account = in.owningAccount == null ? call.account() : in.owningAccount;
        List<MetricId> found = store.list(account, call.region(), since).stream().filter(id -> fits(id, in)).toList();
        int from = after(found, in.nextToken, account, call.region());
        int to = (int) Math.min(found.size(), from + limits.listed.getAsLong());
        List<Metric> metrics = found.subList(from, to).stream().map(Metric::of).toList();
        boolean linked = Boolean.TRUE.equals(in.includeLinkedAccounts);
        return new Output(metrics, to == found.size() ? null : MetricToken.of(found.get(to - 1)),
                linked ? Collections.nCopies(metrics.size(), account) : null);
    }

    /** Where the page begins that a token leads to. */
    private static int after(List<MetricId> found, String token, String account, String region) throws AwsError {
        if (token == null) {
            return 0;
        }
        MetricId last = MetricToken.read(token, account, region);
        int at = 0;
        while (at < found.size() && found.get(at).compareTo(last) <= 0) {
            at++;
        }
        return at;
    }

    private static boolean fits(MetricId id, Input in) {
        return (in.namespace == null || in.namespace.equals(id.namespace()))
                && (in.metricName == null || in.metricName.equals(id.name()))
                && (in.dimensions == null || in.dimensions.stream().allMatch(filter -> has(id, filter)));
    }

    private static boolean has(MetricId id, DimensionFilter filter) {
        return id.dimensions().stream().anyMatch(d -> d.name().equals(filter.name)
                && (filter.value == null || filter.value.equals(d.value())));
    }
}
