package org.aforo.scenario.internal.produce;

import java.util.List;

import org.aforo.scenario.Scenario.Phase;

/** How many records are due by a moment, phase by phase. */
final class Pace {

    private final List<Phase> phases;

    Pace(List<Phase> phases) {
        this.phases = phases;
    }

    /** Records due {@code seconds} after the start; no pace at all makes everything due at once. */
    long dueBy(double seconds) {
        if (phases.isEmpty()) {
            return Long.MAX_VALUE;
        }
        double due = 0;
        double left = seconds;
        for (Phase phase : phases) {
            double span = phase.lasts() == null ? left : Math.min(left, phase.lasts().toNanos() / 1e9);
            due += span * phase.perSecond();
            left -= span;
        }
        return (long) due;
    }

    /** Whether nothing more comes due after {@code seconds}. */
    boolean over(double seconds) {
        double total = 0;
        for (Phase phase : phases) {
            if (phase.lasts() == null) {
                return false;
            }
            total += phase.lasts().toNanos() / 1e9;
        }
        return !phases.isEmpty() && seconds >= total;
    }
}
