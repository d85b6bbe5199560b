package org.aforo.ui.internal.properties;

import java.util.List;
import java.util.function.Function;

import org.aforo.client.Flow;
import org.aforo.client.LiveResource;
import org.aforo.client.ResourceState;
import org.aforo.ui.internal.resources.Figures;

/** What went in and out of a resource: totals, rates, latency. */
public final class FlowSection extends LiveSection {

    private record Figure(String title, Function<Flow, String> text) {
    }

    private static final List<Figure> FIGURES = List.of(
            new Figure(Messages.records, flow -> Figures.count(flow.records())),
            new Figure(Messages.bytes, flow -> Figures.bytes(flow.bytes())),
            new Figure(Messages.errors, flow -> Figures.count(flow.errors())),
            new Figure(Messages.throttles, flow -> Figures.count(flow.throttles())),
            new Figure(Messages.records_1, flow -> Figures.rate(flow.second().records())),
            new Figure(Messages.records_10, flow -> Figures.rate(flow.tenSeconds().records())),
            new Figure(Messages.records_60, flow -> Figures.rate(flow.minute().records())),
            new Figure(Messages.bytes_1, flow -> Figures.megabytes(flow.second().bytes())),
            new Figure(Messages.bytes_10, flow -> Figures.megabytes(flow.tenSeconds().bytes())),
            new Figure(Messages.bytes_60, flow -> Figures.megabytes(flow.minute().bytes())),
            new Figure(Messages.errors_60, flow -> Figures.rate(flow.minute().errors())),
            new Figure(Messages.throttles_60, flow -> Figures.rate(flow.minute().throttles())),
            new Figure(Messages.latency_50, flow -> Figures.rate(flow.latency().p50())),
            new Figure(Messages.latency_90, flow -> Figures.rate(flow.latency().p90())),
            new Figure(Messages.latency_99, flow -> Figures.rate(flow.latency().p99())),
            new Figure(Messages.latency_max, flow -> Figures.rate(flow.latency().max())));

    @Override
    String name() {
        return Messages.flow_name;
    }

    @Override
    List<Column> columns() {
        return List.of(new Column(Messages.column_figure, 230), new Column(Messages.column_in, 130),
                new Column(Messages.column_out, 130));
    }

    @Override
    List<List<String>> rows(Object selected) {
        if (!(selected instanceof LiveResource resource)) {
            return List.of();
        }
        ResourceState state = resource.state();
        return FIGURES.stream()
                .map(f -> List.of(f.title(), f.text().apply(state.in()), f.text().apply(state.out()))).toList();
    }
}
