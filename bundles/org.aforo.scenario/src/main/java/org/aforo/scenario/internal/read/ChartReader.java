package org.aforo.scenario.internal.read;

import java.util.ArrayList;
import java.util.List;

import org.aforo.scenario.Scenario.ChartSpec;

/** Reads the charts. */
final class ChartReader {

    static final List<String> FIGURES = List.of("records", "bytes", "errors", "throttles");
    static final List<String> DIRECTIONS = List.of("in", "out");

    List<ChartSpec> read(List<Section> sections) {
        return sections.stream().map(ChartReader::chart).toList();
    }

    private static ChartSpec chart(Section section) {
        section.allow(Keys.CHART);
        section.need("of");
        List<String> figures = new ArrayList<>(FIGURES);
        figures.add("delay");
        figures.add("held");
        return new ChartSpec(section.required("title"), section.texts("of"), section.word("direction", DIRECTIONS),
                section.word("figure", figures));
    }
}
