package org.aforo.ui.internal.flow;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where everything stands, in points at a zoom of one. */
record FlowPlan(FlowGraph graph, Map<String, Area> areas, List<Route> routes, double width, double height) {

    static final FlowPlan EMPTY = new FlowPlan(new FlowGraph(List.of(), List.of(), 0), Map.of(), List.of(), 0, 0);

    record Point(double x, double y) {
    }

    record Area(double x, double y, double width, double height) {

        boolean contains(double px, double py) {
            return px >= x && px < x + width && py >= y && py < y + height;
        }
    }

    /** An edge's way, and the place of its label. */
    record Route(FlowGraph.Edge edge, List<Point> points, Area label) {
    }

    /** A direction on the canvas. */
    enum Way {
        LEFT, RIGHT, UP, DOWN
    }

    Optional<FlowGraph.Node> node(String arn) {
        return graph.nodes().stream().filter(node -> node.arn().equals(arn)).findFirst();
    }

    /** The node or the part of one at a place: its ARN. */
    Optional<String> at(double x, double y) {
        for (FlowGraph.Node node : graph.nodes()) {
            Area area = areas.get(node.arn());
            if (area.contains(x, y)) {
                for (int i = 0; i < node.parts().size(); i++) {
                    if (NodeShape.part(area, i).contains(x, y)) {
                        return Optional.of(node.parts().get(i));
                    }
                }
                return Optional.of(node.arn());
            }
        }
        return Optional.empty();
    }

    /** Where a node or a part of one stands. */
    Optional<Area> area(String arn) {
        Area own = areas.get(arn);
        if (own != null) {
            return Optional.of(own);
        }
        return graph.nodes().stream().filter(node -> node.parts().contains(arn)).findFirst()
                .map(node -> NodeShape.part(areas.get(node.arn()), node.parts().indexOf(arn)));
    }

    /** The node that an ARN is drawn in. */
    Optional<FlowGraph.Node> holder(String arn) {
        return graph.nodes().stream().filter(node -> node.arn().equals(arn) || node.parts().contains(arn))
                .findFirst();
    }

    /**
     * Where the arrow key leads from a node: left and right along the edges (across where there are none), up and down
     * to the nearest beside it.
     */
    Optional<String> neighbour(String arn, Way way) {
        Area from = area(arn).orElse(null);
        if (from == null) {
            return graph.nodes().stream().findFirst().map(FlowGraph.Node::arn);
        }
        Comparator<String> nearest = Comparator.comparingDouble(other -> distance(from, areas.get(other), way));
        Optional<String> linked = switch (way) {
            case RIGHT -> graph.edges().stream().filter(edge -> edge.from().equals(arn)).map(FlowGraph.Edge::to)
                    .min(nearest);
            case LEFT -> graph.edges().stream().filter(edge -> edge.to().equals(arn)).map(FlowGraph.Edge::from)
                    .min(nearest);
            default -> Optional.empty();
        };
        return linked.or(() -> areas.keySet().stream().filter(other -> !other.equals(arn))
                .filter(other -> beyond(from, areas.get(other), way)).min(nearest));
    }

    private static boolean beyond(Area from, Area to, Way way) {
        return switch (way) {
            case LEFT -> to.x() + to.width() <= from.x();
            case RIGHT -> to.x() >= from.x() + from.width();
            case UP -> to.y() + to.height() <= from.y();
            case DOWN -> to.y() >= from.y() + from.height();
        };
    }

    /** What lies off the way counts more than what lies far along it. */
    private static double distance(Area from, Area to, Way way) {
        double dx = Math.abs(to.x() + to.width() / 2 - from.x() - from.width() / 2);
        double dy = Math.abs(to.y() + to.height() / 2 - from.y() - from.height() / 2);
        return way == Way.LEFT || way == Way.RIGHT ? dx + 3 * dy : dy + 3 * dx;
    }
}
