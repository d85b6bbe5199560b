package org.aforo.core.internal.time;

/**
 * How bench time follows real time from a moment on, both in nanoseconds.
 *
 * @param bench bench time at that moment
 * @param real  real time at that moment
 * @param scale bench seconds per real second, 0 when time stands still
 */
record Flow(long bench, long real, double scale) {

    long at(long realNow) {
        if (scale == 0) {
            return bench;
        }
        long passed = realNow - real;
        return bench + (scale == 1 ? passed : (long) (passed * scale));
    }

    /** Real nanoseconds from {@code realNow} until bench time reaches {@code due}; only while time flows. */
    long until(long due, long realNow) {
        double left = due - (double) at(realNow);
        return left <= 0 ? 0 : (long) Math.ceil(left / scale);
    }
}
