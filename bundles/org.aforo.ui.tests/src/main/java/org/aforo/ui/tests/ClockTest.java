package org.aforo.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.aforo.client.ClockState;
import org.eclipse.swt.widgets.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The clock in the tool bar. */
class ClockTest {

    private static final String SCALE = "org.aforo.ui.clock.scale";
    private static final String SECONDS = "org.aforo.ui.clock.seconds";

    private final LiveBench bench = LiveBench.embedded();

    @AfterEach
    void realTime() {
        Ui.run("org.aforo.ui.clock.speed", SCALE, "1");
        Ui.until("real time", () -> clock().scale() == 1);
    }

    @Test
    void pausesStepsAndGoesOnAsFastAsBefore() {
        Ui.run("org.aforo.ui.clock.speed", SCALE, "10");
        Ui.until("ten times as fast", () -> clock().scale() == 10);

        Ui.run("org.aforo.ui.clock.pause");
        Ui.until("it stands", () -> clock().scale() == 0);
        Instant before = clock().now();
        Ui.run("org.aforo.ui.clock.step", SECONDS, "60");
        Ui.until("a minute later", () -> clock().now().equals(before.plus(Duration.ofMinutes(1))));

        Ui.run("org.aforo.ui.clock.pause");
        Ui.until("ten times as fast again", () -> clock().scale() == 10);
    }

    @Test
    void showsTheBenchsTime() {
        Ui.run("org.aforo.ui.clock.speed", SCALE, "0");
        Ui.until("it stands", () -> clock().scale() == 0);
        String second = clock().now().toString().substring(11, 19);

        Label shown = Ui.find(Ui.window().getShell(), Label.class, label -> label.getText().contains(second));

        assertThat(shown.getText()).startsWith(clock().now().toString().substring(0, 10)).contains("UTC");
    }

    private ClockState clock() {
        return bench.connection().clock().orElseThrow();
    }
}
