package org.aforo.service.metrics.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * Minutes of metrics, in memory. Bounded by age and by how many hours of metrics there are: the oldest hour of all goes
 * first. Minutes are counted from the epoch. Safe for many threads.
 */
public final class MetricStore {

    private final LongSupplier most;
    /** By hour, metric and unit. */
    private final NavigableMap<Long, Map<MetricId, Map<String, Hour>>> hours = new TreeMap<>();
    /** The last minute of each metric. */
    private final NavigableMap<MetricId, Long> known = new TreeMap<>();
    private long kept;

    /**
     * @param most how many hours of metrics, a metric's hour by hour counted
     */
    MetricStore(LongSupplier most) {
        this.most = most;
    }

    /** What is told of a minute. */
    @FunctionalInterface
    public interface Reader {
        void minute(long minute, String unit, Aggregate values);
    }

    /**
     * Takes values into a minute.
     *
     * @return false when there is no room, not even without older hours
     */
    public synchronized boolean add(MetricId metric, String unit, long minute, Aggregate values) {
        Hour hour = hour(metric, unit, Math.floorDiv(minute, Hour.MINUTES));
        if (hour == null) {
            return false;
        }
        hour.add(Math.floorMod(minute, Hour.MINUTES), values);
        known.merge(metric, minute, Math::max);
        return true;
    }

    private Hour hour(MetricId metric, String unit, long hour) {
        Map<MetricId, Map<String, Hour>> metrics = hours.get(hour);
        Map<String, Hour> units = metrics == null ? null : metrics.get(metric);
        Hour there = units == null ? null : units.get(unit);
        return there != null ? there : begin(metric, unit, hour);
    }

    private Hour begin(MetricId metric, String unit, long hour) {
        while (kept >= most.getAsLong()) {
            if (hours.isEmpty() || hours.firstKey() >= hour) {
                return null;
            }
            dropFirst();
        }
        kept++;
        Hour begun = new Hour();
        hours.computeIfAbsent(hour, h -> new HashMap<>()).computeIfAbsent(metric, m -> new HashMap<>(2))
                .put(unit, begun);
        return begun;
    }

    private void dropFirst() {
        hours.pollFirstEntry().getValue().values().forEach(units -> kept -= units.size());
        long first = hours.isEmpty() ? Long.MAX_VALUE : hours.firstKey() * Hour.MINUTES;
        known.values().removeIf(last -> last < first);
    }

    /** Forgets the hours that ended at a minute or before. */
    synchronized void forgetBefore(long minute) {
        while (!hours.isEmpty() && (hours.firstKey() + 1) * Hour.MINUTES <= minute) {
            dropFirst();
        }
    }

    /** Reads a metric's minutes, each in any of its units, in order. */
    public synchronized void read(MetricId metric, long from, long before, Reader reader) {
        long first = Math.floorDiv(from, Hour.MINUTES);
        if (before <= from) {
            return;
        }
        hours.subMap(first, true, Math.floorDiv(before - 1, Hour.MINUTES), true).forEach((hour, metrics) -> {
            for (Map.Entry<String, Hour> each : metrics.getOrDefault(metric, Map.of()).entrySet()) {
                long start = hour * Hour.MINUTES;
                int end = (int) Math.min(Hour.MINUTES, before - start);
                for (int i = (int) Math.max(0, from - start); i < end; i++) {
                    Aggregate values = each.getValue().get(i);
                    if (values != null) {
                        reader.minute(start + i, each.getKey(), values);
                    }
                }
            }
        });
    }

    /** The units that a metric has values in. */
    public synchronized List<String> units(MetricId metric) {
        return hours.values().stream().flatMap(metrics -> metrics.getOrDefault(metric, Map.of()).keySet().stream())
                .distinct().sorted().toList();
    }

    /** The metrics of an account in a region that had values in a minute or later, in order. */
    public synchronized List<MetricId> list(String account, String region, long minute) {
        List<MetricId> found = new ArrayList<>();
        MetricId first = new MetricId(account, region, "", "", List.of());
        for (Map.Entry<MetricId, Long> each : known.tailMap(first, true).entrySet()) {
            MetricId metric = each.getKey();
            if (!metric.account().equals(account) || !metric.region().equals(region)) {
                break;
            }
            if (each.getValue() >= minute) {
                found.add(metric);
            }
        }
        return found;
    }

    synchronized void clear() {
        hours.clear();
        known.clear();
        kept = 0;
    }
}
