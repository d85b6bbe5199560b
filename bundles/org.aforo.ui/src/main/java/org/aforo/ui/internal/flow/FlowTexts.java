package org.aforo.ui.internal.flow;

import java.util.StringJoiner;

import org.aforo.client.BufferView;
import org.aforo.client.History.Passing;
import org.aforo.client.LiveResource;
import org.aforo.client.ResourceState;
import org.eclipse.osgi.util.NLS;

/** What is drawn, in words: for tooltips and screen readers. */
final class FlowTexts {

    private FlowTexts() {
    }

    /** A node or a part of one, in lines. */
    static String node(FlowCanvas canvas, String arn) {
        StringJoiner lines = new StringJoiner("\n");
        LiveResource resource = canvas.resource(arn).orElse(null);
        if (resource == null) {
            return lines.add(FlowGraph.shortName(arn)).add(Messages.missing).add(arn).toString();
        }
        ResourceState state = resource.state();
        Passing passing = resource.passing();
        lines.add(state.name()).add(NLS.bind(Messages.kindAndState, resource.word(state.kind()), state.state()));
        lines.add(FlowPainter.inAndOut(passing));
        double throttles = passing.in().throttles() + passing.out().throttles();
        double errors = passing.in().errors() + passing.out().errors();
        if (throttles > 0) {
            lines.add(NLS.bind(Messages.throttles, Figures.records(throttles)));
        }
        if (errors > 0) {
            lines.add(NLS.bind(Messages.errors, Figures.records(errors)));
        }
        for (BufferView buffer : state.buffers()) {
            lines.add(NLS.bind(Messages.bufferFill, resource.word(buffer.name()), Figures.percent(buffer.fill())));
        }
        if (canvas.isFaulty(resource)) {
            lines.add(Messages.faultActive);
        }
        return lines.add(arn).toString();
    }

    static String edge(FlowCanvas canvas, FlowGraph.Edge edge) {
        Load load = canvas.load(edge);
        return NLS.bind(Messages.edge, new Object[] {name(canvas, edge.from()), name(canvas, edge.to()), edge.label(),
                load.flows() ? FlowPainter.rates(load) : Messages.nothingFlows});
    }

    static String name(FlowCanvas canvas, String arn) {
        return canvas.plan().node(arn).map(FlowGraph.Node::name).orElseGet(() -> FlowGraph.shortName(arn));
    }
}
