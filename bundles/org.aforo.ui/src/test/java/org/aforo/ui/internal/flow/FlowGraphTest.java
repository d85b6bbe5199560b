package org.aforo.ui.internal.flow;

import static org.aforo.ui.internal.flow.Samples.arn;
import static org.aforo.ui.internal.flow.Samples.resource;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.aforo.client.ResourceState;
import org.aforo.ui.internal.flow.FlowGraph.Edge;
import org.aforo.ui.internal.flow.FlowGraph.Node;
import org.junit.jupiter.api.Test;

class FlowGraphTest {

    @Test
    void partsAreDrawnWithinWhatTheyArePartOf() {
        List<ResourceState> all = List.of(resource("stream", null), resource("shard-0", "stream"),
                resource("shard-1", "stream", "copies to>bucket"), resource("bucket", null));

        FlowGraph closed = FlowGraph.of(all, false);
        FlowGraph open = FlowGraph.of(all, true);

        assertThat(closed.nodes()).extracting(Node::name).containsExactly("stream", "bucket");
        assertThat(closed.nodes().get(0).parts()).isEmpty();
        assertThat(open.nodes().get(0).parts()).containsExactly(arn("shard-0"), arn("shard-1"));
        assertThat(open.edges()).containsExactly(
                new Edge(arn("stream"), arn("bucket"), "copies to", arn("stream")));
    }

    @Test
    void moreThanFitsIsCounted() {
        List<ResourceState> all = new ArrayList<>(List.of(resource("stream", null)));
        for (int i = 0; i < 100; i++) {
            all.add(resource("shard-" + i, "stream"));
        }
        Node stream = FlowGraph.of(all, true).nodes().get(0);
        assertThat(stream.parts()).hasSize(FlowGraph.MAX_PARTS);
        assertThat(stream.more()).isEqualTo(100 - FlowGraph.MAX_PARTS);
    }

    @Test
    void aLinkToWhatIsNotThereHasItsNode() {
        FlowGraph graph = FlowGraph.of(List.of(resource("delivery", null, "delivers to>gone")), false);
        assertThat(graph.nodes()).extracting(Node::name, Node::there)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("delivery", true),
                        org.assertj.core.groups.Tuple.tuple("gone", false));
    }

    @Test
    void aSourceFlowsTowardsWhoToldOfIt() {
        FlowGraph graph = FlowGraph.of(List.of(resource("stream", null), resource("delivery", null, "source>stream")),
                false);
        assertThat(graph.edges()).containsExactly(
                new Edge(arn("stream"), arn("delivery"), "source", arn("delivery")));
    }

    @Test
    void figuresAloneDontChangeIt() {
        FlowGraph before = FlowGraph.of(List.of(resource("stream", null, 1, 2)), true);
        assertThat(FlowGraph.of(List.of(resource("stream", null, 30, 40)), true)).isEqualTo(before);
        assertThat(FlowGraph.of(List.of(resource("stream", null, "to>x")), true)).isNotEqualTo(before);
    }

    @Test
    void itIsBounded() {
        List<ResourceState> all = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            all.add(resource("stream-" + i, null, "to>stream-" + (i + 1)));
        }
        FlowGraph graph = FlowGraph.of(all, false);
        assertThat(graph.nodes()).hasSize(FlowGraph.MAX_NODES);
        assertThat(graph.hidden()).isEqualTo(1000 - FlowGraph.MAX_NODES);
        assertThat(graph.edges()).hasSize(FlowGraph.MAX_NODES - 1);
    }
}
