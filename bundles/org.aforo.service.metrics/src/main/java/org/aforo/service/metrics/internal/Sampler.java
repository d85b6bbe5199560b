package org.aforo.service.metrics.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.aforo.api.Bench;
import org.aforo.api.IngestionService;
import org.aforo.api.meter.PublishedMetric;
import org.aforo.api.meter.PublishedMetric.Gauge;
import org.aforo.api.meter.PublishedMetric.Total;
import org.aforo.api.meter.Tally;
import org.aforo.api.time.Scheduler.Timer;

/**
 * Looks at what the services publish at the end of each minute of bench time. A metric begins with its first value that
 * isn't zero; from then on zeros are values too.
 */
final class Sampler implements AutoCloseable {

    private static final long MINUTE_SECONDS = 60;
    /** AWS keeps values of a minute for as long. */
    static final Duration KEPT = Duration.ofDays(15);

    private final Bench bench;
    private final MetricStore store;
    private Map<Key, Seen> seen = new HashMap<>();
    private Timer timer;
    private boolean closed;

    private record Key(MetricId metric, String unit) {
    }

    /**
     * What is remembered of a metric until the next look.
     *
     * @param begun whether it had a value other than zero
     */
    private record Seen(long total, boolean begun) {
    }

    Sampler(Bench bench, MetricStore store) {
        this.bench = bench;
        this.store = store;
        look(0, false);
        next();
    }

    private synchronized void next() {
        if (!closed) {
            Instant now = bench.clock().now();
            long minute = Math.floorDiv(now.getEpochSecond(), MINUTE_SECONDS);
            Duration left = Duration.between(now, Instant.ofEpochSecond((minute + 1) * MINUTE_SECONDS));
            timer = bench.scheduler().after(left, "cloudwatch", () -> over(minute));
        }
    }

    /** @param minute that was waited for: timers come late on a clock that flows */
    private void over(long minute) {
        try {
            look(minute, true);
        } finally {
            next();
        }
    }

    /**
     * Looks at all metrics.
     *
     * @param minute that is over
     * @param keep   whether what is new is kept, or what was there already before this service came
     */
    private synchronized void look(long minute, boolean keep) {
        Map<Key, Seen> now = new HashMap<>();
        for (IngestionService service : bench.services()) {
            look(service, minute, keep, now);
        }
        seen = now;
        store.forgetBefore(minute - KEPT.toMinutes());
    }

    /** A service that fails to tell is passed over, the others aren't; what it told before is remembered. */
    private void look(IngestionService service, long minute, boolean keep, Map<Key, Seen> now) {
        try {
            for (PublishedMetric metric : service.metrics()) {
                Aggregate values = look(metric, now);
                if (keep && values != null) {
                    store.add(id(metric), metric.unit(), minute, values);
                }
            }
        } catch (RuntimeException e) {
            seen.forEach(now::putIfAbsent);
            bench.events().publish("metrics-failed", "", service.descriptor().id() + ": " + e);
        }
    }

    /** Its values since the last look, or null when there are none. */
    private Aggregate look(PublishedMetric metric, Map<Key, Seen> now) {
        Key key = new Key(id(metric), metric.unit());
        Seen before = seen.getOrDefault(key, new Seen(0, false));
        return switch (metric.source()) {
            case Total total -> {
                long value = total.value().getAsLong();
                long more = value >= before.total ? value - before.total : value;
                yield begun(key, before, more, value, now);
            }
            case Gauge gauge -> begun(key, before, gauge.value().getAsDouble(), 0, now);
            case Tally tally -> {
                Tally.Drawn drawn = tally.draw();
                yield drawn.count() == 0 ? null
                        : new Aggregate(drawn.count(), drawn.sum(), drawn.least(), drawn.greatest());
            }
        };
    }

    private static Aggregate begun(Key key, Seen before, double value, long total, Map<Key, Seen> now) {
        boolean begun = before.begun || value != 0;
        now.put(key, new Seen(total, begun));
        return begun ? Aggregate.of(value) : null;
    }

    private static MetricId id(PublishedMetric metric) {
        return MetricId.of(metric.of().account(), metric.of().region(), metric.namespace(), metric.name(),
                metric.dimensions().entrySet().stream().map(d -> new Dimension(d.getKey(), d.getValue())).toList());
    }

    @Override
    public synchronized void close() {
        closed = true;
        timer.cancel();
    }
}
