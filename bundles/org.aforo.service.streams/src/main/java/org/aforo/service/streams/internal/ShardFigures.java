package org.aforo.service.streams.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

import org.aforo.api.meter.Meter;
import org.aforo.api.meter.PublishedMetric.Source;
import org.aforo.api.meter.PublishedMetric.Total;
import org.aforo.api.meter.Tally;

/**
 * What CloudWatch tells of a shard where monitoring is enhanced: what there was since it is, of each metric for itself.
 * Safe for many threads.
 *
 * @see <a href="https://docs.aws.amazon.com/streams/latest/dev/monitoring-with-cloudwatch.html">Shard-level metrics</a>
 */
final class ShardFigures {

    private static final String BYTES = "Bytes";
    private static final String COUNT = "Count";

    private final Map<String, Metric> metrics = new LinkedHashMap<>();
    private final Map<String, Long> before = new ConcurrentHashMap<>();
    private final Tally iteratorAge = new Tally();

    /** A figure, with CloudWatch's unit. */
    record Metric(String unit, Source source) {
    }

    ShardFigures(Meter in, Meter out) {
        total("IncomingBytes", BYTES, () -> in.snapshot().bytes());
        total("IncomingRecords", COUNT, () -> in.snapshot().records());
        total("WriteProvisionedThroughputExceeded", COUNT, () -> in.snapshot().throttles());
        total("OutgoingBytes", BYTES, () -> out.snapshot().bytes());
        total("OutgoingRecords", COUNT, () -> out.snapshot().records());
        total("ReadProvisionedThroughputExceeded", COUNT, () -> out.snapshot().throttles());
        metrics.put("IteratorAgeMilliseconds", new Metric("Milliseconds", iteratorAge));
    }

    private void total(String name, String unit, LongSupplier value) {
        metrics.put(name, new Metric(unit, new Total(() -> value.getAsLong() - before.getOrDefault(name, 0L))));
    }

    /** By CloudWatch's names. */
    Map<String, Metric> metrics() {
        return metrics;
    }

    /** Lets some metrics begin now. */
    void begin(Set<String> names) {
        for (String name : names) {
            if (metrics.get(name).source() instanceof Total total) {
                before.merge(name, total.value().getAsLong(), Long::sum);
            } else {
                iteratorAge.draw();
            }
        }
    }

    /** Notes how far a reader was behind. */
    void noteIteratorAge(long millis) {
        iteratorAge.add(millis);
    }
}
