package org.aforo.ui.internal.flow;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

import org.aforo.client.History.Passing;
import org.aforo.client.LiveResource;
import org.aforo.client.ResourceState;
import org.aforo.ui.internal.flow.FlowPlan.Area;
import org.aforo.ui.internal.flow.FlowPlan.Point;
import org.aforo.ui.internal.flow.Surface.Type;
import org.eclipse.osgi.util.NLS;

/**
 * Draws a plan with the figures of now.
 *
 * @param resources by ARN, as they are
 * @param faulty    whether a fault is active on a resource
 * @param selected  ARNs
 * @param focus     ARN that has the keyboard, or empty
 * @param phase     how far dashes have moved
 */
record FlowPainter(FlowPlan plan, Function<String, Optional<LiveResource>> resources,
        Predicate<LiveResource> faulty, Set<String> selected, String focus, double phase) {

    private static final double RADIUS = 6;
    private static final double DASH = 6;
    private static final double WIDEST = 6;

    void paint(Surface surface) {
        surface.fill(new Area(0, 0, plan.width(), plan.height()), 0, Tint.CANVAS);
        plan.routes().forEach(route -> edge(surface, route));
        plan.graph().nodes().forEach(node -> {
            Area area = plan.areas().get(node.arn());
            if (surface.shows(area)) {
                node(surface, node, area);
            }
        });
    }

    private Optional<Seen> seen(String arn) {
        return resources.apply(arn).flatMap(Seen::of);
    }

    private void edge(Surface surface, FlowPlan.Route route) {
        boolean there = plan.node(route.edge().to()).map(FlowGraph.Node::there).orElse(false)
                && plan.node(route.edge().from()).map(FlowGraph.Node::there).orElse(false);
        Load load = Load.of(route.edge(), plan.graph(), this::seen);
        Tint tint = !there ? Tint.HOT : load.flows() || load.pressure() != Load.Pressure.CALM
                ? load.pressure().tint() : Tint.LINE;
        double width = load.flows() ? Math.min(WIDEST, 1.5 + Math.log10(1 + load.records()) * 0.9) : 1.2;
        surface.arrow(route.points(), tint, width, load.flows() || !there ? DASH : 0, load.flows() ? phase : 0);
        Area label = route.label();
        if (surface.shows(label)) {
            surface.text(route.edge().label(), label.x(), label.y(), label.width(), Type.SMALL, Tint.FAINT);
            surface.text(rates(load), label.x(), label.y() + 14, label.width(), Type.SMALL, Tint.TEXT);
        }
    }

    /** As it stands on an edge. */
    static String rates(Load load) {
        return load.flows() ? Figures.records(load.records()) + "  " + Figures.bytes(load.bytes()) : "";
    }

    private void node(Surface surface, FlowGraph.Node node, Area area) {
        Optional<LiveResource> resource = resources.apply(node.arn()).filter(live -> !live.gone());
        Optional<Seen> seen = resource.flatMap(Seen::of);
        surface.fill(area, RADIUS, Tint.NODE);
        boolean troubled = seen.filter(now -> now.troubledIn() || now.troubledOut()).isPresent();
        surface.frame(area, RADIUS, troubled || !node.there() ? Tint.HOT : Tint.LINE, 1, !node.there());
        if (selected.contains(node.arn())) { // around the node's own frame, which tells of trouble
            surface.frame(around(area, 1), RADIUS + 1, Tint.SELECTED, 2, false);
        }
        focus(surface, node.arn(), area);
        surface.icon(node.kind(), area.x() + 8, area.y() + 7);
        boolean faulted = resource.filter(faulty).isPresent();
        surface.text(node.name(), area.x() + 29, area.y() + 7, area.width() - (faulted ? 52 : 36), Type.STRONG,
                seen.isPresent() ? Tint.TEXT : Tint.FAINT);
        if (faulted) {
            surface.fault(area.x() + area.width() - 21, area.y() + 8);
        }
        surface.text(described(node, resource), area.x() + 8, area.y() + 25, area.width() - 16, Type.SMALL, Tint.FAINT);
        seen.ifPresent(now -> figures(surface, now, area));
        parts(surface, node, area);
    }

    private void focus(Surface surface, String arn, Area area) {
        if (arn.equals(focus)) {
            surface.frame(around(area, 3), RADIUS + 2, Tint.SELECTED, 1, true);
        }
    }

    private static Area around(Area area, int margin) {
        return new Area(area.x() - margin, area.y() - margin, area.width() + 2 * margin, area.height() + 2 * margin);
    }

    static String described(FlowGraph.Node node, Optional<LiveResource> resource) {
        if (!node.there()) {
            return Messages.missing;
        }
        return resource.map(now -> NLS.bind(Messages.kindAndState, now.word(now.state().kind()), now.state().state()))
                .orElseGet(() -> NLS.bind(Messages.kindAndState, node.kind(), Messages.unknown));
    }

    private void figures(Surface surface, Seen seen, Area area) {
        surface.text(inAndOut(seen.passing()), area.x() + 8, area.y() + 38, area.width() - 16, Type.SMALL, Tint.TEXT);
        if (!seen.state().buffers().isEmpty()) {
            bar(surface, new Area(area.x() + 8, area.y() + 54, area.width() - 16, 4), seen.fill());
        }
    }

    static String inAndOut(Passing passing) {
        return NLS.bind(Messages.inAndOut, Figures.records(passing.in().records()),
                Figures.records(passing.out().records()));
    }

    private static void bar(Surface surface, Area area, double fill) {
        surface.fill(area, 2, Tint.TRACK);
        if (fill > 0) {
            surface.fill(new Area(area.x(), area.y(), Math.max(2, area.width() * fill), area.height()), 2,
                    Load.of(fill).tint());
        }
    }

    private void parts(Surface surface, FlowGraph.Node node, Area area) {
        List<String> parts = node.parts();
        for (int i = 0; i < parts.size(); i++) {
            part(surface, parts.get(i), NodeShape.part(area, i));
        }
        if (!parts.isEmpty() && node.more() > 0) {
            Area more = NodeShape.part(area, parts.size());
            surface.text(NLS.bind(Messages.more, node.more()), more.x() + 3, more.y() + 1, more.width() - 4,
                    Type.SMALL, Tint.FAINT);
        }
    }

    private void part(Surface surface, String arn, Area area) {
        surface.fill(area, 2, Tint.PART);
        Optional<ResourceState> state = resources.apply(arn).map(LiveResource::state);
        state.ifPresent(now -> {
            double fill = Seen.fill(now);
            if (fill > 0) {
                surface.fill(new Area(area.x(), area.y() + area.height() - 3, area.width() * fill, 3), 0,
                        Load.of(fill).tint());
            }
        });
        boolean chosen = selected.contains(arn);
        if (chosen || arn.equals(focus)) {
            surface.frame(area, 2, Tint.SELECTED, 1, !chosen);
        }
        surface.text(state.map(ResourceState::name).orElseGet(() -> FlowGraph.shortName(arn)), area.x() + 3,
                area.y() + 1, area.width() - 6, Type.SMALL, Tint.TEXT);
    }

    /** Where an edge can be pointed at: its points, in order. */
    static double distance(List<Point> points, double x, double y) {
        double least = Double.MAX_VALUE;
        for (int i = 1; i < points.size(); i++) {
            least = Math.min(least, distance(points.get(i - 1), points.get(i), x, y));
        }
        return least;
    }

    private static double distance(Point a, Point b, double x, double y) {
        double dx = b.x() - a.x();
        double dy = b.y() - a.y();
        double length = dx * dx + dy * dy;
        double t = length == 0 ? 0 : Math.clamp(((x - a.x()) * dx + (y - a.y()) * dy) / length, 0, 1);
        return Math.hypot(x - a.x() - t * dx, y - a.y() - t * dy);
    }
}
