package org.aforo.core.internal.meter;

import java.util.List;

import org.aforo.api.meter.Meter.Sample;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SampleRingTest {

    private static final long QUARTER = 250_000_000L;

    private final SampleRing ring = new SampleRing(0);

    @Test
    void withLittleRoomItStillReachesBackTenMinutesAndIsDenseAtTheEnd() {
        fill(0, 2_400, 100);

        List<Sample> kept = ring.all();
        assertThat(kept).hasSizeBetween(50, 100);
        assertThat(kept.getFirst().nanos()).isEqualTo(-1);
        assertThat(kept).extracting(Sample::nanos).isSorted().doesNotHaveDuplicates();
        assertThat(kept.getLast().records()).isEqualTo(2_399);
        assertThat(kept.get(kept.size() - 10).records()).isEqualTo(2_390);
    }

    @Test
    void whatIsOlderThanTenMinutesGoes() {
        fill(0, 5_000, 100);

        List<Sample> kept = ring.all();
        assertThat(kept).hasSizeBetween(50, 100);
        assertThat(kept.getFirst().nanos()).isGreaterThan(0);
    }

    @Test
    void aRingThatGrewFitsIntoLessRoomLater() {
        fill(0, 1_000, SampleRing.MOST);
        assertThat(ring.all()).hasSize(1_001);

        fill(1_000, 1_001, 64);

        assertThat(ring.all()).hasSizeLessThanOrEqualTo(64);
        assertThat(ring.all().getLast().records()).isEqualTo(1_000);
    }

    private void fill(int from, int to, int most) {
        for (int i = from; i < to; i++) {
            ring.add(new Sample(i * QUARTER, i, i, 0, 0), most);
        }
    }
}
