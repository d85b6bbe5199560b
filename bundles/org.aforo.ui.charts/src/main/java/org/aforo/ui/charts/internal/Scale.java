package org.aforo.ui.charts.internal;

import java.util.EnumMap;
import java.util.Map;

import org.aforo.ui.charts.Unit;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.TickUnits;

/** Round numbers for the value axes. */
final class Scale {

    private static final double[] ROUND = {1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10};
    private static final double HEADROOM = 1.06;
    private static final int MOST_DIGITS = 15;
    private static final Map<Unit, TickUnits> TICKS = new EnumMap<>(Unit.class);

    private Scale() {
    }

    /** A round number above {@code peak}, so that the axis does not tremble with each value. */
    static double top(Unit unit, double peak) {
        double least = unit == Unit.PERCENT ? 100 : 1;
        if (Double.isNaN(peak) || peak <= 0) {
            return least;
        }
        double wanted = peak * HEADROOM;
        double power = Math.pow(10, Math.floor(Math.log10(wanted)));
        double top = wanted;
        for (int i = ROUND.length - 1; i >= 0; i--) {
            if (ROUND[i] * power >= wanted) {
                top = ROUND[i] * power;
            }
        }
        return Math.max(least, top);
    }

    static synchronized TickUnits ticks(Unit unit) {
        return TICKS.computeIfAbsent(unit, Scale::make);
    }

    private static TickUnits make(Unit unit) {
        TickUnits units = new TickUnits();
        UnitFormat format = new UnitFormat(unit);
        if (unit == Unit.BYTES) {
            for (int power = 0; power <= 50; power++) {
                units.add(new NumberTickUnit(Math.pow(2, power), format));
            }
            return units;
        }
        for (int power = -3; power <= MOST_DIGITS; power++) {
            for (int digit : new int[] {1, 2, 5}) {
                units.add(new NumberTickUnit(digit * Math.pow(10, power), format));
            }
        }
        return units;
    }
}
