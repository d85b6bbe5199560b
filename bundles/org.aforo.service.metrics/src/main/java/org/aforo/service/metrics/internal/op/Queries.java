package org.aforo.service.metrics.internal.op;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.aforo.api.endpoint.AwsError;
import org.aforo.service.metrics.internal.Errors;
import org.aforo.service.metrics.internal.Limits;
import org.aforo.service.metrics.internal.Span;
import org.aforo.service.metrics.internal.Statistic;
import org.aforo.service.metrics.internal.op.GetMetricData.Input;
import org.aforo.service.metrics.internal.op.GetMetricData.MetricStat;
import org.aforo.service.metrics.internal.op.GetMetricData.Query;

/** What a GetMetricData's queries must be, besides what the model says. */
final class Queries {

    private static final Pattern ID = Pattern.compile("[a-z][a-zA-Z0-9_]*");
    private static final Pattern TIMEZONE = Pattern.compile("[+-][0-9]{4}");

    private Queries() {
    }

    static void check(Input in, Limits limits) throws AwsError {
        List<Query> queries = in.metricDataQueries();
        if (queries.size() > limits.queries.getAsLong()) {
            throw Errors.validation("The collection MetricDataQueries must not have a size greater than "
                    + limits.queries.getAsLong() + '.');
        }
        if (in.labelOptions() != null && in.labelOptions().timezone() != null
                && !TIMEZONE.matcher(in.labelOptions().timezone()).matches()) {
            throw Errors.validation("The value " + in.labelOptions().timezone()
                    + " for parameter LabelOptions.Timezone must be + or - and four digits.");
        }
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < queries.size(); i++) {
            check(queries.get(i), "MetricDataQueries.member." + (i + 1));
            if (!ids.add(queries.get(i).id())) {
                throw Errors.validation("The values for parameter id in MetricDataQueries are not unique.");
            }
            span(in, i);
        }
    }

    /** What a query asks for. */
    static Span span(Input in, int index) throws AwsError {
        return Span.of(in.startTime(), in.endTime(), in.metricDataQueries().get(index).metricStat().period(),
                "MetricDataQueries.member." + (index + 1) + ".MetricStat.Period", Errors::validation);
    }

    private static void check(Query query, String name) throws AwsError {
        if (!ID.matcher(query.id()).matches()) {
            throw Errors.validation("The value " + query.id() + " for parameter " + name
                    + ".Id is not matching the expected pattern ^[a-z][a-zA-Z0-9_]*$.");
        }
        if (query.expression() != null) {
            throw Errors.validation(query.metricStat() != null
                    ? Errors.exclusive(name + ".Expression", name + ".MetricStat")
                    : "The parameter " + name + ".Expression is not supported: this bench has no metric math and no "
                            + "Metrics Insights.");
        }
        if (query.metricStat() == null) {
            throw Errors.validation("At least one of the parameters " + name + ".Expression or " + name
                    + ".MetricStat must be specified.");
        }
        if (query.period() != null) {
            throw Errors.validation(Errors.exclusive(name + ".Period", name + ".MetricStat"));
        }
        check(query.metricStat(), name + ".MetricStat");
    }

    private static void check(MetricStat stat, String name) throws AwsError {
        if (stat.metric().namespace() == null || stat.metric().metricName() == null) {
            throw Errors.validation("The parameter " + name + ".Metric."
                    + (stat.metric().namespace() == null ? "Namespace" : "MetricName") + " is required.");
        }
        if (Statistic.of(stat.stat()) == null) {
            throw Errors.validation(Statistic.refusal(stat.stat(), name + ".Stat"));
        }
    }
}
