package org.aforo.service.metrics.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class MetricStoreTest {

    private final MetricStore store = new MetricStore(() -> 3);

    private static MetricId metric(String name) {
        return MetricId.of("0", "r", "n", name, null);
    }

    private boolean add(String name, long minute) {
        return store.add(metric(name), "None", minute, Aggregate.of(minute));
    }

    private List<Long> minutes(String name, long from, long before) {
        List<Long> found = new ArrayList<>();
        store.read(metric(name), from, before, (minute, unit, values) -> {
            assertThat(values.sum()).isEqualTo(minute);
            found.add(minute);
        });
        return found;
    }

    @Test
    void minutesAreReadInOrderFromTheFirstToBeforeTheLast() {
        for (long minute : List.of(61L, 59L, 60L, 0L, 120L)) {
            assertThat(add("a", minute)).isTrue();
        }

        assertThat(minutes("a", 0, 200)).containsExactly(0L, 59L, 60L, 61L, 120L);
        assertThat(minutes("a", 59, 61)).containsExactly(59L, 60L);
        assertThat(minutes("a", 60, 60)).isEmpty();
        assertThat(minutes("a", Long.MIN_VALUE / 2, 1)).containsExactly(0L);
        assertThat(minutes("b", 0, 200)).isEmpty();
    }

    @Test
    void theOldestHourGoesWhenThereIsNoRoom() {
        add("a", 0);
        add("b", 60);
        add("a", 120);
        assertThat(add("a", 180)).isTrue();

        assertThat(minutes("a", 0, 200)).containsExactly(120L, 180L);
        assertThat(store.list("0", "r", 0)).containsExactly(metric("a"), metric("b"));
        assertThat(add("c", 180)).isTrue();
        assertThat(store.list("0", "r", 0)).containsExactly(metric("a"), metric("c"));
    }

    @Test
    void anHourThatIsFullAndTheOldestTakesNoMore() {
        assertThat(add("a", 0) && add("b", 1) && add("c", 2)).isTrue();

        assertThat(add("d", 3)).isFalse();
        assertThat(add("a", 4)).isTrue();
        assertThat(store.list("0", "r", 0)).hasSize(3);
    }

    @Test
    void hoursAreForgottenWhole() {
        add("a", 0);
        add("a", 60);
        store.forgetBefore(59);
        assertThat(minutes("a", 0, 200)).containsExactly(0L, 60L);
        store.forgetBefore(60);
        assertThat(minutes("a", 0, 200)).containsExactly(60L);
    }
}
