package org.aforo.ui.charts;

import java.util.function.LongSupplier;

/**
 * What part of time a chart shows: the last so many seconds, running on, or a piece of the past, held. For the UI
 * thread.
 */
public final class Viewport {

    /** @param from in real milliseconds, as {@code to} */
    public record Range(long from, long to) {

        public long span() {
            return to - from;
        }

        /** The time at a fraction of it. */
        public long at(double fraction) {
            return from + Math.round(span() * fraction);
        }
    }

    private static final long LEAST = 2_000;
    private static final long MOST = TimeWindow.ONE_DAY.millis();
    /** Zooming here, at the right end, keeps what runs on running. */
    private static final double EDGE = 0.9;

    private final LongSupplier now;
    private TimeWindow window = TimeWindow.FIVE_MINUTES;
    private long span = window.millis();
    private long end;
    private boolean held;

    /** @param now real time in milliseconds */
    public Viewport(LongSupplier now) {
        this.now = now;
    }

    public Range range() {
        long to = held ? end : now.getAsLong();
        return new Range(to - span, to);
    }

    public boolean held() {
        return held;
    }

    /** Stops running on, or runs on again. */
    public void hold(boolean stop) {
        if (stop && !held) {
            end = now.getAsLong();
        }
        held = stop;
    }

    public TimeWindow window() {
        return window;
    }

    /** Shows so much time, up to now unless held. */
    public void show(TimeWindow chosen) {
        window = chosen;
        span = chosen.millis();
    }

    /** Back to the window chosen, running on. */
    public void reset() {
        span = window.millis();
        held = false;
    }

    /** Shows {@code factor} times as much time; what is at {@code fraction} of the width stays where it is. */
    public void zoom(double factor, double fraction) {
        Range before = range();
        long fresh = Math.clamp(Math.round(span * factor), LEAST, MOST);
        if (held || fraction < EDGE) {
            held = true;
            end = Math.round(before.at(fraction) + fresh * (1 - fraction));
        }
        span = fresh;
        comeBack();
    }

    /** Moves by a fraction of what is shown; forth when positive. Coming to now it runs on again. */
    public void pan(double fraction) {
        hold(true);
        end += Math.round(span * fraction);
        comeBack();
    }

    /** Shows what lies between two times. */
    public void select(long from, long to) {
        span = Math.clamp(to - from, LEAST, MOST);
        end = to;
        held = true;
    }

    private void comeBack() {
        if (held && end >= now.getAsLong()) {
            held = false;
        }
        end = Math.max(end, now.getAsLong() - MOST + LEAST);
    }
}
