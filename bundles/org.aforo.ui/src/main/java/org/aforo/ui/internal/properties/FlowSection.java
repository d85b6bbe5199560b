package org.aforo.ui.internal.properties;

import java.util.List;
import java.util.function.BiFunction;

import org.aforo.client.Flow;
import org.aforo.client.History.Passing;
import org.aforo.client.LiveResource;
import org.aforo.client.Rates;
import org.aforo.client.ResourceState;
import org.aforo.ui.internal.resources.Figures;

/** What went in and out of a resource: totals, rates, latency. */
public final class FlowSection extends LiveSection {

    private record Figure(String title, BiFunction<Flow, Rates, String> text) {
    }

    private static final List<Figure> FIGURES = List.of(
            new Figure(Messages.records, (flow, now) -> Figures.count(flow.records())),
            new Figure(Messages.bytes, (flow, now) -> Figures.bytes(flow.bytes())),
            new Figure(Messages.errors, (flow, now) -> Figures.count(flow.errors())),
            new Figure(Messages.throttles, (flow, now) -> Figures.count(flow.throttles())),
            new Figure(Messages.records_1, (flow, now) -> Figures.rate(now.records())),
            new Figure(Messages.records_10, (flow, now) -> Figures.rate(flow.tenSeconds().records())),
            new Figure(Messages.records_60, (flow, now) -> Figures.rate(flow.minute().records())),
            new Figure(Messages.bytes_1, (flow, now) -> Figures.megabytes(now.bytes())),
            new Figure(Messages.bytes_10, (flow, now) -> Figures.megabytes(flow.tenSeconds().bytes())),
            new Figure(Messages.bytes_60, (flow, now) -> Figures.megabytes(flow.minute().bytes())),
            new Figure(Messages.errors_60, (flow, now) -> Figures.rate(flow.minute().errors())),
            new Figure(Messages.throttles_60, (flow, now) -> Figures.rate(flow.minute().throttles())),
            new Figure(Messages.latency_50, (flow, now) -> Figures.rate(flow.latency().p50())),
            new Figure(Messages.latency_90, (flow, now) -> Figures.rate(flow.latency().p90())),
            new Figure(Messages.latency_99, (flow, now) -> Figures.rate(flow.latency().p99())),
            new Figure(Messages.latency_max, (flow, now) -> Figures.rate(flow.latency().max())));

    @Override
    String name() {
        return Messages.flow_name;
    }

    @Override
    List<Column> columns() {
        return List.of(new Column(Messages.column_figure, 280), new Column(Messages.column_in, 130),
                new Column(Messages.column_out, 130));
    }

    @Override
    List<List<String>> rows(Object selected) {
        if (!(selected instanceof LiveResource resource)) {
            return List.of();
        }
        ResourceState state = resource.state();
        Passing passing = resource.gone() ? Passing.NONE : resource.passing();
        return FIGURES.stream()
                .map(f -> List.of(f.title(), f.text().apply(state.in(), passing.in()),
                        f.text().apply(state.out(), passing.out())))
                .toList();
    }
}
