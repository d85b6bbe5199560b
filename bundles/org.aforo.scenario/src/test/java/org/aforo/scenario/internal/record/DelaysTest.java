package org.aforo.scenario.internal.record;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DelaysTest {

    private final Delays delays = new Delays();

    @Test
    void halfOfThemTookNoLongerAndWhatWasDrawnCountsNoMore() {
        for (long millis : new long[] {900, 10, 30, 20, 800}) {
            delays.add(millis);
        }
        assertThat(delays.drawHalf()).isEqualTo(30);

        delays.add(7);
        assertThat(delays.drawHalf()).isEqualTo(7);
        assertThat(delays.drawHalf()).isNegative();
    }

    @Test
    void ofManyAPartIsKeptThatTellsTheSame() {
        for (int i = 0; i < 1_000_000; i++) {
            delays.add(i);
        }
        assertThat(delays.drawHalf()).isBetween(490_000L, 510_000L);
    }
}
