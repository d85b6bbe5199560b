package org.aforo.scenario.internal.consume;

import java.util.List;

import org.aforo.scenario.internal.consume.Lineage.Kin;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LineageTest {

    private static Kin shard(String id, String... parents) {
        return new Kin(id, List.of(parents));
    }

    @Test
    void aChildBeginsWhenAllItsParentsEnded() {
        Lineage lineage = new Lineage(List.of(shard("a"), shard("b")), true);
        assertThat(lineage.ready()).containsExactly("a", "b");
        assertThat(lineage.ready()).isEmpty();

        lineage.ended("a", List.of(shard("merged", "a", "b")));
        assertThat(lineage.ready()).isEmpty();
        lineage.ended("b", List.of(shard("merged", "a", "b")));

        assertThat(lineage.ready()).containsExactly("merged");
    }

    @Test
    void theEldestComeFirstAndParentsThatAreGoneDontCount() {
        Lineage lineage = new Lineage(List.of(shard("child", "gone"), shard("grandchild", "child")), true);

        assertThat(lineage.ready()).containsExactly("child");
        lineage.ended("child", List.of());
        assertThat(lineage.ready()).containsExactly("grandchild");
    }

    @Test
    void theNewestAreThoseWithoutChildren() {
        Lineage lineage = new Lineage(List.of(shard("a"), shard("b"), shard("a1", "a"), shard("a2", "a")), false);

        assertThat(lineage.ready()).containsExactly("b", "a1", "a2");
        assertThat(lineage.ready()).isEmpty();
    }
}
