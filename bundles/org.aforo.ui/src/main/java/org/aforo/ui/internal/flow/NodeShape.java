package org.aforo.ui.internal.flow;

import org.aforo.ui.internal.flow.FlowPlan.Area;

/** Measures of what is drawn, in points at a zoom of one. */
final class NodeShape {

    static final double WIDTH = 208;
    static final double LABEL_WIDTH = 116;
    static final double LABEL_HEIGHT = 30;

    static final double PART_HEIGHT = 16;
    private static final double HEAD = 62;
    private static final int COLUMNS = 2;
    private static final double INSET = 8;
    private static final double GAP = 4;

    private NodeShape() {
    }

    static double height(FlowGraph.Node node) {
        int cells = node.parts().size() + (node.more() > 0 ? 1 : 0);
        int rows = (cells + COLUMNS - 1) / COLUMNS;
        return HEAD + (rows == 0 ? 0 : rows * (PART_HEIGHT + GAP) + INSET - GAP);
    }

    /** Where the part of that index stands in a node. */
    static Area part(Area node, int index) {
        double width = (node.width() - 2 * INSET - GAP * (COLUMNS - 1)) / COLUMNS;
        return new Area(node.x() + INSET + index % COLUMNS * (width + GAP),
                node.y() + HEAD + index / COLUMNS * (PART_HEIGHT + GAP), width, PART_HEIGHT);
    }
}
