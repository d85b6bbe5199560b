package org.aforo.service.metrics.internal.op;

import java.util.List;

import org.aforo.api.endpoint.AwsError;
import org.aforo.service.metrics.internal.Aggregate;
import org.aforo.service.metrics.internal.Errors;
import org.aforo.service.metrics.internal.Limits;
import org.aforo.service.metrics.internal.op.PutMetricData.MetricDatum;
import org.aforo.service.metrics.internal.op.PutMetricData.StatisticSet;

/** A put metric's values in whichever way they are given: one, many with counts, or taken together already. */
final class DatumValues {

    /** 2 to the 360th, the greatest that CloudWatch takes. */
    private static final double MOST = Math.scalb(1.0, 360);

    private DatumValues() {
    }

    static Aggregate of(MetricDatum datum, String name, Limits limits) throws AwsError {
        checkOne(datum, name);
        if (datum.value() != null) {
            return Aggregate.of(checked(datum.value(), name + ".Value"));
        }
        return datum.statisticValues() != null ? of(datum.statisticValues(), name + ".StatisticValues")
                : of(datum.values(), datum.counts(), name, limits.values.getAsLong());
    }

    private static void checkOne(MetricDatum datum, String name) throws AwsError {
        boolean many = datum.values() != null && !datum.values().isEmpty();
        boolean together = datum.statisticValues() != null;
        if (datum.value() != null && (many || together)) {
            throw Errors.combination(Errors.exclusive(name + ".Value", name + (many ? ".Values" : ".StatisticValues")));
        }
        if (many && together) {
            throw Errors.combination(Errors.exclusive(name + ".Values", name + ".StatisticValues"));
        }
        if (datum.value() == null && !many && !together) {
            throw Errors.missing("At least one of the parameters " + name + ".Value, " + name + ".Values or " + name
                    + ".StatisticValues must be specified.");
        }
    }

    private static Aggregate of(StatisticSet set, String name) throws AwsError {
        checked(set.sum(), name + ".Sum");
        double minimum = checked(set.minimum(), name + ".Minimum");
        double maximum = checked(set.maximum(), name + ".Maximum");
        if (maximum < minimum) {
            throw Errors.value("The parameter " + name + ".Maximum must be greater than " + name + ".Minimum.");
        }
        return new Aggregate(count(set.sampleCount(), name + ".SampleCount"), set.sum(), minimum, maximum);
    }

    private static Aggregate of(List<Double> values, List<Double> counts, String name, long most) throws AwsError {
        if (values.size() > most) {
            throw Errors.value("The collection " + name + ".Values must not have a size greater than " + most + '.');
        }
        boolean counted = counts != null && !counts.isEmpty();
        if (counted && counts.size() != values.size()) {
            throw Errors.value("The parameters " + name + ".Values and " + name
                    + ".Counts must be of the same size.");
        }
        Aggregate all = null;
        for (int i = 0; i < values.size(); i++) {
            double value = checked(values.get(i), name + ".Values.member." + (i + 1));
            double count = counted ? count(counts.get(i), name + ".Counts.member." + (i + 1)) : 1;
            Aggregate more = new Aggregate(count, value * count, value, value);
            all = all == null ? more : all.with(more);
        }
        return all;
    }

    private static double count(double count, String name) throws AwsError {
        if (!(checked(count, name) > 0)) {
            throw Errors.value("The parameter " + name + " must be greater than 0.");
        }
        return count;
    }

    private static double checked(double value, String name) throws AwsError {
        if (!(Math.abs(value) <= MOST)) {
            throw Errors.value("The value " + text(value) + " for parameter " + name + " is invalid.");
        }
        return value;
    }

    private static String text(double value) {
        return value == Math.rint(value) && !Double.isInfinite(value) ? String.format("%.0f", value)
                : Double.toString(value);
    }
}
