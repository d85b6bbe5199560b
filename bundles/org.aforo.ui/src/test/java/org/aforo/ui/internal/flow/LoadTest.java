package org.aforo.ui.internal.flow;

import static org.aforo.ui.internal.flow.Samples.arn;
import static org.aforo.ui.internal.flow.Samples.resource;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.aforo.client.ResourceState;
import org.junit.jupiter.api.Test;

class LoadTest {

    /** Records per second of the first edge. */
    private static double first(ResourceState... all) {
        FlowGraph graph = FlowGraph.of(List.of(all), false);
        Map<String, ResourceState> states = Arrays.stream(all)
                .collect(Collectors.toMap(ResourceState::arn, Function.identity()));
        return Load.of(graph.edges().get(0), graph, name -> Optional.ofNullable(states.get(name)).map(Samples::seen))
                .records();
    }

    @Test
    void whoTellsOfTheWayKnowsWhatWentThere() {
        assertThat(first(resource("delivery", null, 9, 5, "to>bucket"), resource("bucket", null, 7, 0))).isEqualTo(5);
        assertThat(first(resource("stream", null, 9, 8), resource("delivery", null, 6, 5, "source>stream")))
                .isEqualTo(6);
    }

    @Test
    void whereItForksTheOtherEndKnows() {
        assertThat(first(resource("topic", null, 9, 9, "to>a", "to>b"), resource("a", null, 4, 0),
                resource("b", null, 5, 0))).isEqualTo(4);
    }

    @Test
    void whereItForksAndJoinsTheLesserIsTheMostItCanBe() {
        assertThat(first(resource("x", null, 9, 3, "to>a", "to>b"), resource("y", null, 9, 9, "to>a"),
                resource("a", null, 12, 0), resource("b", null, 1, 0))).isEqualTo(3);
    }

    @Test
    void whatLeadsNowhereHasItsOwnFigure() {
        assertThat(first(resource("delivery", null, 9, 5, "to>nowhere"))).isEqualTo(5);
        assertThat(Load.of(new FlowGraph.Edge(arn("a"), arn("b"), "x", arn("a")), FlowPlan.EMPTY.graph(),
                name -> Optional.empty())).isEqualTo(Load.NONE);
    }

    @Test
    void fullnessHasItsColours() {
        assertThat(Load.of(0.2)).isEqualTo(Load.Pressure.CALM);
        assertThat(Load.of(0.8)).isEqualTo(Load.Pressure.WARM);
        assertThat(Load.of(1)).isEqualTo(Load.Pressure.HOT);
    }
}
