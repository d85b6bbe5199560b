package org.aforo.ui.charts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ViewportTest {

    private long now = 1_000_000_000L;
    private final Viewport viewport = new Viewport(() -> now);

    @Test
    void runsOnWithTime() {
        viewport.show(TimeWindow.ONE_MINUTE);
        now += 5_000;

        assertThat(viewport.range()).isEqualTo(new Viewport.Range(now - 60_000, now));
    }

    @Test
    void standsWhileHeld() {
        Viewport.Range before = viewport.range();

        viewport.hold(true);
        now += 5_000;

        assertThat(viewport.range()).isEqualTo(before);
        viewport.hold(false);
        assertThat(viewport.range().to()).isEqualTo(now);
    }

    @Test
    void zoomingInThePastHoldsWhatIsUnderThePointer() {
        long under = viewport.range().at(0.25);

        viewport.zoom(0.5, 0.25);

        assertThat(viewport.held()).isTrue();
        assertThat(viewport.range().span()).isEqualTo(150_000);
        assertThat(viewport.range().at(0.25)).isEqualTo(under);
    }

    @Test
    void zoomingAtTheRightEndKeepsRunning() {
        viewport.zoom(0.5, 1);

        assertThat(viewport.held()).isFalse();
        assertThat(viewport.range()).isEqualTo(new Viewport.Range(now - 150_000, now));
    }

    @Test
    void panningBackHoldsAndPanningForthRunsOnAgain() {
        viewport.pan(-0.5);
        assertThat(viewport.held()).isTrue();
        assertThat(viewport.range().to()).isEqualTo(now - 150_000);

        viewport.pan(0.6);

        assertThat(viewport.held()).isFalse();
    }

    @Test
    void neverShowsLessThanTwoSecondsNorMoreThanADay() {
        viewport.select(now - 10, now);
        assertThat(viewport.range().span()).isEqualTo(2_000);

        viewport.zoom(1e9, 0.5);

        assertThat(viewport.range().span()).isEqualTo(TimeWindow.ONE_DAY.millis());
    }

    @Test
    void goesBackToTheWindowChosen() {
        viewport.show(TimeWindow.ONE_HOUR);
        viewport.select(now - 60_000, now - 30_000);

        viewport.reset();

        assertThat(viewport.held()).isFalse();
        assertThat(viewport.range()).isEqualTo(new Viewport.Range(now - 3_600_000, now));
    }
}
