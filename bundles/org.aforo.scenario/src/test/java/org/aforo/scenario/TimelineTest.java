package org.aforo.scenario;

import org.aforo.scenario.Timeline.Curve;
import org.aforo.scenario.Timeline.Figure;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class TimelineTest {

    @Test
    void aMomentBetweenTwoSamplesCountsInProportion() {
        Curve curve = new Curve();
        assertThat(curve.at(3)).isZero();
        curve.add(10, 100);
        curve.add(20, 300);
        curve.add(20.5, 400);

        assertThat(curve.at(5)).isEqualTo(100);
        assertThat(curve.at(15)).isEqualTo(200);
        assertThat(curve.at(20)).isEqualTo(300);
        assertThat(curve.at(99)).isEqualTo(400);
    }

    @Test
    void aRateIsTakenOverTheSpanBefore() {
        Curve curve = new Curve();
        for (int second = 0; second <= 10; second++) {
            curve.add(second, second < 5 ? 0 : 100);
        }

        assertThat(curve.rate().values()).containsExactly(0, 0, 0, 0, 100, 0, 0, 0, 0, 0);
        assertThat(curve.rate(4).values()).containsExactly(0, 0, 0, 0, 25, 25, 25, 25, 0, 0);
    }

    @Test
    void manySamplesAreThinnedOut() {
        Curve curve = new Curve();
        for (int second = 0; second <= 100_000; second++) {
            curve.add(second, 2 * second);
        }

        assertThat(curve.seconds()).hasSizeBetween(4_000, 8_192).startsWith(0).endsWith(100_000);
        assertThat(curve.values()).endsWith(200_000);
        assertThat(curve.at(12_345)).isCloseTo(24_690, within(1e-6));
    }

    @Test
    void figuresGoByTheirNames() {
        assertThat(Figure.of("throttles", "in")).isEqualTo(Figure.THROTTLES_IN);
        assertThat(Figure.of("bytes", "out")).isEqualTo(Figure.BYTES_OUT);
    }
}
