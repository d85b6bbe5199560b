package org.aforo.service.metrics.internal;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/**
 * Who a metric is: in CloudWatch one with other dimensions is another one.
 *
 * @param dimensions sorted
 */
public record MetricId(String account, String region, String namespace, String name, List<Dimension> dimensions)
        implements
            Comparable<MetricId> {

    private static final Comparator<MetricId> ORDER = Comparator.comparing(MetricId::account)
            .thenComparing(MetricId::region).thenComparing(MetricId::namespace).thenComparing(MetricId::name)
            .thenComparing(MetricId::dimensions, MetricId::compare);

    /** The metric with those dimensions, in any order; none when null. */
    public static MetricId of(String account, String region, String namespace, String name, List<Dimension> any) {
        return new MetricId(account, region, namespace, name, any == null ? List.of() : any.stream().sorted().toList());
    }

    private static int compare(List<Dimension> a, List<Dimension> b) {
        Iterator<Dimension> others = b.iterator();
        for (Dimension each : a) {
            int order = others.hasNext() ? each.compareTo(others.next()) : 1;
            if (order != 0) {
                return order;
            }
        }
        return others.hasNext() ? -1 : 0;
    }

    @Override
    public int compareTo(MetricId other) {
        return ORDER.compare(this, other);
    }
}
