package org.aforo.scenario.internal.expect;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

import org.aforo.scenario.Scenario;
import org.aforo.scenario.Scenario.Expectation;
import org.aforo.scenario.Scenario.Step;
import org.aforo.scenario.Scenario.Window;

/** What is checked, in words. */
final class Titles {

    private Titles() {
    }

    /** In the order of the checks. */
    static List<String> all(Scenario scenario) {
        List<String> titles = new ArrayList<>();
        scenario.producers().forEach(producer -> titles.add(producer(producer.name())));
        scenario.consumers().forEach(consumer -> titles.add(consumer(consumer.name())));
        scenario.steps().stream().sorted(Comparator.comparing(Step::at)).forEach(step -> titles.add(
                step(step)));
        scenario.expectations().forEach(each -> titles.add(expectation(each, UnaryOperator.identity())));
        return titles;
    }

    static String producer(String name) {
        return "producer " + name + " sends";
    }

    static String consumer(String name) {
        return "consumer " + name + " receives";
    }

    static String step(Step step) {
        return step.call() + " at " + clock(step.at());
    }

    /** @param figures fills in what the producers sent */
    static String expectation(Expectation expectation, UnaryOperator<String> figures) {
        return switch (expectation) {
            case Expectation.Delivered d ->
                "every record of " + String.join(", ", d.from()) + " is in s3://" + d.bucket()
                        + "/" + d.prefix() + " once, as sent";
            case Expectation.Flushes f -> f.of() + " flushes " + f.atLeast() + " times or more"
                    + (f.reasons().isEmpty() ? "" : ", by " + String.join(" and ", f.reasons()));
            case Expectation.Sql s -> s.query() + " gives " + figures.apply(s.equals());
            case Expectation.Objects o -> "objects in s3://" + o.bucket() + "/" + o.prefix() + ": "
                    + bounds(o.atLeast(), o.atMost());
            case Expectation.Metered m -> m.of() + " " + m.figure() + " " + m.direction() + between(m.between()) + ": "
                    + bounds(m.atLeast(), m.atMost());
            case Expectation.Received r -> "every record of " + String.join(", ", r.from()) + " is received by "
                    + String.join(", ", r.by()) + (r.once() ? " once" : "") + (r.ordered() ? ", in order per key" : "");
            case Expectation.Delay d -> d.of() + " has " + (d.percentile() == 100 ? "all records" : d.percentile()
                    + " % of the records") + " after " + bounds(millis(d.atLeast()), millis(d.atMost()))
                    + " (bench time)";
        };
    }

    private static String between(Window window) {
        return window == null ? "" : " from " + clock(window.from()) + " to " + clock(window.to());
    }

    private static String millis(Duration span) {
        return span == null ? null : span.toMillis() + " ms";
    }

    private static String bounds(Object atLeast, Object atMost) {
        return (atLeast == null ? "" : "at least " + atLeast) + (atLeast != null && atMost != null ? ", " : "")
                + (atMost == null ? "" : "at most " + atMost);
    }

    private static String clock(Duration span) {
        return String.format(Locale.ROOT, "%d:%02d", span.toSeconds() / 60, span.toSeconds() % 60);
    }
}
