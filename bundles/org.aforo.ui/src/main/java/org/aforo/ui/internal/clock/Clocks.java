package org.aforo.ui.internal.clock;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;

import org.aforo.client.BenchConnection;
import org.aforo.client.ClockState;
import org.aforo.client.Control;
import org.aforo.ui.BenchJob;
import org.aforo.ui.Notices;
import org.aforo.ui.internal.connections.ActiveConnection;
import org.aforo.ui.internal.resources.Figures;
import org.eclipse.osgi.util.NLS;
import tools.jackson.databind.node.ObjectNode;

/** Steers the clock of the bench that actions are about. For the UI thread; the bench is asked in jobs. */
final class Clocks {

    static final double MOST = 100_000;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd  HH:mm:ss 'UTC'")
            .withZone(ZoneOffset.UTC);
    /** Speeds to go on with after a pause. */
    private static final Map<BenchConnection, Double> BEFORE = new WeakHashMap<>();

    private Clocks() {
    }

    /** The connection whose clock is shown and steered; empty when it isn't live. */
    static Optional<BenchConnection> live() {
        return ActiveConnection.get().filter(c -> c.state() == BenchConnection.State.LIVE);
    }

    static Optional<ClockState> state() {
        return live().flatMap(BenchConnection::clock);
    }

    /** Sets how many bench seconds pass in a real one; 0 for none. */
    static void speed(double scale) {
        live().ifPresent(bench -> {
            bench.clock().map(ClockState::scale).filter(now -> now > 0).ifPresent(now -> BEFORE.put(bench, now));
            if (scale > 0) {
                BEFORE.put(bench, scale);
            }
            ObjectNode body = Control.object().put("scale", scale);
            BenchJob.run(Messages.asking, monitor -> bench.control().put("/clock", body), answer -> {
            });
        });
    }

    /** The speed that a paused clock goes on with. */
    static double before() {
        return live().map(bench -> BEFORE.getOrDefault(bench, 1.0)).orElse(1.0);
    }

    static void step(double seconds) {
        advance(Control.object().put("seconds", seconds));
    }

    static void nextTimer() {
        advance(Control.object().put("toNextTimer", true));
    }

    private static void advance(ObjectNode body) {
        live().ifPresent(bench -> BenchJob.run(Messages.stepping,
                monitor -> bench.control().post("/clock/advance", body),
                answer -> Notices.done(Messages.stepped,
                        NLS.bind(Messages.stepped_to, text(Instant.parse(answer.path("now").asString(""))))),
                failure -> Notices.failed(Messages.stepping,
                        failure.code().equals("NoTimer") ? Messages.no_timer : failure.getMessage())));
    }

    static String text(Instant time) {
        return TIME.format(time);
    }

    /** A clock's speed for people. */
    static String speed(ClockState clock) {
        return clock.scale() == 0 ? Messages.speed_paused
                : NLS.bind(Messages.speed_times, Figures.rate(clock.scale()));
    }
}
