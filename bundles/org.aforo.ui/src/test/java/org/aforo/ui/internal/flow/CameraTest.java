package org.aforo.ui.internal.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;

import org.aforo.ui.internal.flow.FlowPlan.Area;
import org.aforo.ui.internal.flow.FlowPlan.Point;
import org.junit.jupiter.api.Test;

class CameraTest {

    private static final FlowPlan PLAN = new FlowPlan(FlowPlan.EMPTY.graph(), Map.of(), List.of(), 2000, 500);

    @Test
    void allIsShownAndNothingEnlarged() {
        Camera camera = Camera.fit(PLAN, 1000, 1000);
        assertThat(camera.zoom()).isEqualTo(0.5);
        Area shown = camera.canvas(new Area(0, 0, 2000, 500));
        assertThat(shown).isEqualTo(new Area(0, 375, 1000, 250));
        assertThat(Camera.fit(PLAN, 9000, 9000).zoom()).isEqualTo(1);
    }

    @Test
    void whatWouldBeTooSmallBeginsAtItsLeftAndIsScrolled() {
        Camera camera = Camera.readable(PLAN, 600, 600);

        assertThat(camera.zoom()).isEqualTo(0.75);
        assertThat(camera.fits()).isTrue();
        Area shown = camera.canvas(new Area(0, 0, 2000, 500));
        assertThat(shown.x()).isZero();
        assertThat(shown.y()).isCloseTo((600 - 375) / 2.0, within(1e-9));
        assertThat(Camera.readable(PLAN, 1800, 1000)).isEqualTo(Camera.fit(PLAN, 1800, 1000));
    }

    @Test
    void theplaceUnderTheMouseStaysWhenZoomed() {
        Camera camera = new Camera(10, 20, 1, false);
        Point before = camera.plan(300, 200);
        Point after = camera.zoomed(1.7, 300, 200).plan(300, 200);
        assertThat(after.x()).isCloseTo(before.x(), within(1e-9));
        assertThat(after.y()).isCloseTo(before.y(), within(1e-9));
    }

    @Test
    void zoomHasItsBounds() {
        Camera camera = Camera.START;
        for (int i = 0; i < 100; i++) {
            camera = camera.zoomed(2, 0, 0);
        }
        assertThat(camera.zoom()).isEqualTo(4);
    }

    @Test
    void itMovesAsLittleAsNeeded() {
        Camera camera = new Camera(0, 0, 1, false);
        assertThat(camera.showing(new Area(50, 50, 100, 50), 400, 300)).isSameAs(camera);
        assertThat(camera.showing(new Area(500, 50, 100, 50), 400, 300).left()).isEqualTo(208);
        assertThat(camera.showing(new Area(-100, 50, 50, 50), 400, 300).left()).isEqualTo(-108);
    }
}
