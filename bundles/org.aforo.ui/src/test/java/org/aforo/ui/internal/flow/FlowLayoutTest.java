package org.aforo.ui.internal.flow;

import static org.aforo.ui.internal.flow.Samples.arn;
import static org.aforo.ui.internal.flow.Samples.resource;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.aforo.client.ResourceState;
import org.aforo.ui.internal.flow.FlowPlan.Area;
import org.aforo.ui.internal.flow.FlowPlan.Way;
import org.junit.jupiter.api.Test;

class FlowLayoutTest {

    private static final List<ResourceState> LAB = List.of(resource("stream", null, "feeds>delivery"),
            resource("delivery", null, "delivers to>bucket"), resource("bucket", null), resource("lonely", null));

    @Test
    void dataGoesFromLeftToRightAndNothingOverlaps() {
        FlowPlan plan = FlowLayout.plan(FlowGraph.of(LAB, false));
        Area stream = plan.areas().get(arn("stream"));
        Area delivery = plan.areas().get(arn("delivery"));
        Area bucket = plan.areas().get(arn("bucket"));
        assertThat(stream.x() + stream.width()).isLessThan(delivery.x());
        assertThat(delivery.x() + delivery.width()).isLessThan(bucket.x());
        assertThat(overlaps(plan)).isFalse();
        assertThat(plan.routes()).allSatisfy(route -> assertThat(route.points()).hasSizeGreaterThan(1));
    }

    @Test
    void whatIsNewLeavesTheRestWhereItIs() {
        FlowPlan before = FlowLayout.plan(FlowGraph.of(LAB, false));
        List<ResourceState> more = new ArrayList<>(LAB);
        more.add(resource("new", null));
        FlowPlan after = FlowLayout.plan(FlowGraph.of(more, false));
        before.areas().forEach((arn, area) -> assertThat(after.areas().get(arn)).as(arn).isEqualTo(area));
    }

    @Test
    void arrowKeysFollowTheEdges() {
        FlowPlan plan = FlowLayout.plan(FlowGraph.of(LAB, false));
        assertThat(plan.neighbour(arn("stream"), Way.RIGHT)).contains(arn("delivery"));
        assertThat(plan.neighbour(arn("delivery"), Way.RIGHT)).contains(arn("bucket"));
        assertThat(plan.neighbour(arn("bucket"), Way.LEFT)).contains(arn("delivery"));
        assertThat(plan.neighbour("", Way.RIGHT)).contains(arn("stream"));
        assertThat(plan.neighbour(arn("bucket"), Way.RIGHT)).isEqualTo(Optional.empty());
    }

    @Test
    void partsCanBePointedAt() {
        FlowPlan plan = FlowLayout.plan(FlowGraph.of(
                List.of(resource("stream", null), resource("a", "stream"), resource("b", "stream")), true));
        Area part = plan.area(arn("b")).orElseThrow();
        assertThat(plan.at(part.x() + 2, part.y() + 2)).contains(arn("b"));
        Area stream = plan.areas().get(arn("stream"));
        assertThat(part.y() + part.height()).isLessThanOrEqualTo(stream.y() + stream.height());
    }

    @Test
    void hundredNodesAreLaidOutInTime() {
        List<ResourceState> many = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            many.add(resource("n" + i, null, "to>n" + (i + 1), "to>n" + (i * 7 % 100)));
        }
        long begun = System.nanoTime();
        FlowPlan plan = FlowLayout.plan(FlowGraph.of(many, false));
        assertThat(plan.areas()).hasSize(101);
        assertThat(overlaps(plan)).isFalse();
        assertThat((System.nanoTime() - begun) / 1e9).isLessThan(20);
    }

    private static boolean overlaps(FlowPlan plan) {
        List<Area> areas = List.copyOf(plan.areas().values());
        for (int i = 0; i < areas.size(); i++) {
            for (int j = i + 1; j < areas.size(); j++) {
                Area a = areas.get(i);
                Area b = areas.get(j);
                if (a.x() < b.x() + b.width() && b.x() < a.x() + a.width() && a.y() < b.y() + b.height()
                        && b.y() < a.y() + a.height()) {
                    return true;
                }
            }
        }
        return false;
    }
}
