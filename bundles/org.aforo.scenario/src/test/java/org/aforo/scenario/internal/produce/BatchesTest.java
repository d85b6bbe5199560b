package org.aforo.scenario.internal.produce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.aforo.scenario.Scenario.Target;
import org.junit.jupiter.api.Test;

/** What goes into one request. */
class BatchesTest {

    private static final Target TOPIC = new Target("sns", "t");

    private static List<Integer> sizes(List<Item> items, Target target, boolean ordered) {
        Batches batches = new Batches(items.iterator(), target, ordered);
        List<Integer> sizes = new ArrayList<>();
        while (batches.hasNext()) {
            sizes.add(batches.next(Long.MAX_VALUE).size());
        }
        return sizes;
    }

    private static List<Item> items(int count, int bytes) {
        return IntStream.range(0, count).mapToObj(i -> new Item("k" + i % 3, new byte[bytes])).toList();
    }

    @Test
    void noMoreThanAServiceTakes() {
        assertThat(sizes(items(25, 1), TOPIC, false)).containsExactly(10, 10, 5);
        assertThat(sizes(items(1_001, 1), new Target("kinesis", "s"), false)).containsExactly(500, 500, 1);
    }

    @Test
    void noMoreBytesThanAServiceTakes() {
        assertThat(sizes(items(5, 90_000), TOPIC, false)).containsExactly(2, 2, 1);
        assertThat(sizes(items(2, 250_000), TOPIC, false)).as("each by itself may be larger").containsExactly(1, 1);
    }

    @Test
    void noTwoOfAKeyWhereOrderIsKept() {
        assertThat(sizes(items(7, 1), TOPIC, true)).containsExactly(3, 3, 1);
    }

    @Test
    void noMoreThanAreDue() {
        Batches batches = new Batches(items(3, 1).iterator(), TOPIC, false);

        assertThat(batches.next(2)).hasSize(2);
        assertThat(batches.next(0)).isEmpty();
        assertThat(batches.next(5)).hasSize(1);
        assertThat(batches.hasNext()).isFalse();
    }
}
