package org.aforo.service.metrics.internal;

import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;

/** CloudWatch's statistics, by name. */
public final class Statistic {

    private static final Map<String, ToDoubleFunction<Aggregate>> ALL = Map.of("SampleCount", Aggregate::count,
            "Sum", Aggregate::sum, "Average", Aggregate::average, "Minimum", Aggregate::minimum,
            "Maximum", Aggregate::maximum);

    /** Those that need each single value: percentiles, trimmed means and their like. */
    private static final Pattern EXTENDED = Pattern
            .compile("(?i)p100|(p|tm|wm|tc|ts)\\d{1,2}(\\.\\d{1,10})?|(tm|wm|tc|ts|pr)\\([\\d.%]*:[\\d.%]*\\)|iqm");

    private Statistic() {
    }

    /** The statistic of that name, or null. */
    public static ToDoubleFunction<Aggregate> of(String name) {
        return ALL.get(name);
    }

    /** Why a statistic that isn't here is refused. */
    public static String refusal(String name, String parameter) {
        return "The value " + name + " for parameter " + parameter + (EXTENDED.matcher(name).matches()
                ? " is not supported: this bench keeps no percentiles." : " is not a valid statistic.");
    }
}
