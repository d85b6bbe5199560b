package org.aforo.core.internal.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CheckedTest {

    private final Checked checked = new Checked();

    @Test
    void nothingWasFoundGoodYet() {
        assertThat(checked.has(0, 1)).isFalse();
    }

    @Test
    void whoReadsOnMakesTheStretchLonger() {
        checked.add(100, 50);
        checked.add(150, 50);

        assertThat(checked.has(100, 100)).isTrue();
        assertThat(checked.has(99, 2)).isFalse();
        assertThat(checked.has(199, 2)).isFalse();
    }

    @Test
    void whoReadsElsewhereBeginsAnother() {
        checked.add(100, 50);
        checked.add(500, 50);

        assertThat(checked.has(500, 50)).isTrue();
        assertThat(checked.has(100, 50)).isFalse();
        assertThat(checked.has(300, 10)).isFalse();
    }

    @Test
    void whatIsCutOffIsForgotten() {
        checked.add(0, 100);
        checked.forget();

        assertThat(checked.has(0, 100)).isFalse();
    }
}
