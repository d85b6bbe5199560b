package org.aforo.ui.internal.flow;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.aforo.ui.internal.flow.FlowPlan.Area;
import org.aforo.ui.internal.flow.FlowPlan.Point;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.components.ComponentOrderingStrategy;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeLabelPlacement;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.SizeConstraint;
import org.eclipse.elk.core.util.NullElkProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** Lays a graph out in layers, from where data comes to where it goes; the same graph always alike. Slow: not for the UI thread. */
final class FlowLayout {

    private static final double PADDING = 24;
    private static final double BETWEEN_LAYERS = 56;
    private static final double BETWEEN_NODES = 28;

    static {
        // Options have defaults that are cloned; the service tells how, for those of ELK's core and of this algorithm.
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    }

    private FlowLayout() {
    }

    static FlowPlan plan(FlowGraph graph) {
        ElkNode root = ElkGraphUtil.createGraph();
        options(root);
        Map<String, ElkNode> nodes = new LinkedHashMap<>();
        graph.nodes().forEach(node -> nodes.put(node.arn(), node(root, node)));
        Map<FlowGraph.Edge, ElkEdge> edges = new LinkedHashMap<>();
        graph.edges().forEach(edge -> edges.put(edge, edge(root, edge, nodes)));
        if (!nodes.isEmpty()) {
            new LayeredLayoutProvider().layout(root, new NullElkProgressMonitor());
        }
        return result(graph, root, nodes, edges);
    }

    private static void options(ElkNode root) {
        root.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
        root.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        root.setProperty(CoreOptions.PADDING, new ElkPadding(PADDING));
        root.setProperty(CoreOptions.SPACING_NODE_NODE, BETWEEN_NODES);
        root.setProperty(CoreOptions.SPACING_COMPONENT_COMPONENT, BETWEEN_NODES);
        root.setProperty(CoreOptions.SEPARATE_CONNECTED_COMPONENTS, true);
        root.setProperty(CoreOptions.RANDOM_SEED, 1);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, BETWEEN_LAYERS);
        // What is new comes last, so that what was there stays where it is.
        root.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.NODES_AND_EDGES);
        root.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_COMPONENTS, ComponentOrderingStrategy.MODEL_ORDER);
    }

    private static ElkNode node(ElkNode root, FlowGraph.Node node) {
        ElkNode made = ElkGraphUtil.createNode(root);
        made.setDimensions(NodeShape.WIDTH, NodeShape.height(node));
        made.setProperty(CoreOptions.NODE_SIZE_CONSTRAINTS, EnumSet.noneOf(SizeConstraint.class));
        return made;
    }

    private static ElkEdge edge(ElkNode root, FlowGraph.Edge edge, Map<String, ElkNode> nodes) {
        ElkEdge made = ElkGraphUtil.createSimpleEdge(nodes.get(edge.from()), nodes.get(edge.to()));
        ElkLabel label = ElkGraphUtil.createLabel(edge.label(), made);
        label.setDimensions(NodeShape.LABEL_WIDTH, NodeShape.LABEL_HEIGHT);
        label.setProperty(CoreOptions.EDGE_LABELS_PLACEMENT, EdgeLabelPlacement.CENTER);
        return made;
    }

    private static FlowPlan result(FlowGraph graph, ElkNode root, Map<String, ElkNode> nodes,
            Map<FlowGraph.Edge, ElkEdge> edges) {
        Map<String, Area> areas = new LinkedHashMap<>();
        nodes.forEach((arn, node) -> areas.put(arn,
                new Area(node.getX(), node.getY(), node.getWidth(), node.getHeight())));
        List<FlowPlan.Route> routes = new ArrayList<>();
        edges.forEach((edge, elk) -> {
            ElkLabel label = elk.getLabels().get(0);
            routes.add(new FlowPlan.Route(edge, points(elk),
                    new Area(label.getX(), label.getY(), label.getWidth(), label.getHeight())));
        });
        return new FlowPlan(graph, areas, routes, root.getWidth(), root.getHeight());
    }

    private static List<Point> points(ElkEdge edge) {
        List<Point> points = new ArrayList<>();
        for (ElkEdgeSection section : edge.getSections()) {
            points.add(new Point(section.getStartX(), section.getStartY()));
            section.getBendPoints().forEach(bend -> points.add(new Point(bend.getX(), bend.getY())));
            points.add(new Point(section.getEndX(), section.getEndY()));
        }
        return List.copyOf(points);
    }
}
