package org.aforo.service.metrics.internal.op;

import java.util.List;

import org.aforo.service.metrics.internal.Dimension;
import org.aforo.service.metrics.internal.MetricId;

/** AWS's {@code Metric}. */
public record Metric(String namespace, String metricName, List<Dimension> dimensions) {

    static Metric of(MetricId id) {
        return new Metric(id.namespace(), id.name(), id.dimensions());
    }
}
