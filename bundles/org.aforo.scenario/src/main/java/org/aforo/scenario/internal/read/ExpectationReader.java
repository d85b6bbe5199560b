package org.aforo.scenario.internal.read;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

import org.aforo.scenario.Scenario.Expectation;
import org.aforo.scenario.Scenario.Window;

/** Reads the expectations. */
final class ExpectationReader {

    private static final List<String> PERCENTILES = List.of("99", "50", "90", "100");

    private final Collection<String> producers;
    private final Collection<String> consumers;

    ExpectationReader(Collection<String> producers, Collection<String> consumers) {
        this.producers = producers;
        this.consumers = consumers;
    }

    List<Expectation> read(List<Section> sections) {
        return sections.stream().map(this::expectation).toList();
    }

    private Expectation expectation(Section section) {
        section.allow(Keys.EXPECT);
        List<String> kinds = Keys.EXPECT.stream().filter(section::has).toList();
        if (kinds.size() != 1) {
            section.problem("", "an expectation is one of " + String.join(", ", Keys.EXPECT));
            return new Expectation.Sql("", "");
        }
        Section inner = section.section(kinds.getFirst());
        return switch (kinds.getFirst()) {
            case "delivered" -> delivered(inner.allow(Keys.DELIVERED));
            case "flushes" -> new Expectation.Flushes(inner.allow(Keys.FLUSHES).required("of"), inner.texts("reasons"),
                    inner.whole("atLeast", 1L).intValue());
            case "sql" -> new Expectation.Sql(inner.allow(Keys.SQL).required("query"), inner.required("equals"));
            case "objects" -> new Expectation.Objects(inner.allow(Keys.OBJECTS).required("bucket"),
                    inner.text("prefix", ""), inner.whole("atLeast", null), inner.whole("atMost", null));
            case "received" -> received(inner.allow(Keys.RECEIVED));
            case "delay" -> delay(inner.allow(Keys.DELAY));
            default -> metered(inner.allow(Keys.METER));
        };
    }

    private Expectation delivered(Section inner) {
        return new Expectation.Delivered(names(inner, "from", "producer", producers), inner.required("bucket"),
                inner.text("prefix", ""));
    }

    private Expectation received(Section inner) {
        inner.need("from");
        inner.need("by");
        return new Expectation.Received(names(inner, "from", "producer", producers),
                names(inner, "by", "consumer", consumers),
                inner.word("times", List.of("once", "atLeastOnce")).equals("once"), inner.flag("ordered"));
    }

    private Expectation delay(Section inner) {
        String of = inner.required("of");
        if (inner.has("of")) {
            names(inner, "of", "consumer", consumers);
        }
        return new Expectation.Delay(of, Integer.parseInt(inner.word("percentile", PERCENTILES)),
                inner.span("atLeast", null), inner.span("atMost", null));
    }

    private static List<String> names(Section inner, String key, String kind, Collection<String> known) {
        List<String> names = inner.texts(key);
        for (String name : names) {
            if (!known.contains(name)) {
                inner.problem(key, "there is no " + kind + " '" + name + "'" + Suggestion.of(name, known));
            }
        }
        return names;
    }

    private static Expectation metered(Section inner) {
        inner.need("figure");
        return new Expectation.Metered(inner.required("of"), inner.word("direction", ChartReader.DIRECTIONS),
                inner.word("figure", ChartReader.FIGURES), inner.whole("atLeast", null), inner.whole("atMost", null),
                between(inner));
    }

    private static Window between(Section inner) {
        if (!inner.has("between")) {
            return null;
        }
        List<Duration> ends = inner.texts("between").stream().map(text -> Spans.span(text).orElse(Duration.ZERO))
                .toList();
        if (ends.size() != 2 || ends.get(0).compareTo(ends.get(1)) >= 0) {
            inner.problem("between", "'between' must be two spans of time from the start, such as [60s, 120s]");
            return null;
        }
        return new Window(ends.get(0), ends.get(1));
    }
}
