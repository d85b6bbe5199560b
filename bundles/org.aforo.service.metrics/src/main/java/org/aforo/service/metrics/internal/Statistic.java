package org.aforo.service.metrics.internal;

import java.util.Map;
import java.util.function.ToDoubleFunction;

/** CloudWatch's statistics, by name. */
public final class Statistic {

    private static final Map<String, ToDoubleFunction<Aggregate>> ALL = Map.of("SampleCount", Aggregate::count,
            "Sum", Aggregate::sum, "Average", Aggregate::average, "Minimum", Aggregate::minimum,
            "Maximum", Aggregate::maximum);

    private Statistic() {
    }

    /** The statistic of that name, or null. */
    public static ToDoubleFunction<Aggregate> of(String name) {
        return ALL.get(name);
    }
}
