package org.aforo.scenario.internal.read;

import java.util.List;
import java.util.Set;

import org.aforo.scenario.Scenario.Expectation;

/** Reads the expectations. */
final class ExpectationReader {

    private final Set<String> producers;

    ExpectationReader(Set<String> producers) {
        this.producers = producers;
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
            default -> metered(inner.allow(Keys.METER));
        };
    }

    private Expectation delivered(Section inner) {
        List<String> from = inner.texts("from");
        for (String name : from) {
            if (!producers.contains(name)) {
                inner.problem("from", "there is no producer '" + name + "'" + Suggestion.of(name, producers));
            }
        }
        return new Expectation.Delivered(from, inner.required("bucket"), inner.text("prefix", ""));
    }

    private static Expectation metered(Section inner) {
        String direction = inner.text("direction", "in");
        String figure = inner.required("figure");
        if (!List.of("in", "out").contains(direction)) {
            inner.problem("direction", "'direction' is in or out");
        }
        if (!List.of("records", "bytes", "errors", "throttles").contains(figure)) {
            inner.problem("figure", "'figure' is records, bytes, errors or throttles");
        }
        return new Expectation.Metered(inner.required("of"), direction, figure, inner.whole("atLeast", null),
                inner.whole("atMost", null));
    }
}
