package org.aforo.ui.charts.internal;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;

import org.aforo.ui.charts.Unit;

/** Writes a value axis's numbers in its unit. */
final class UnitFormat extends NumberFormat {

    private static final long serialVersionUID = 1L;

    private final Unit unit;

    UnitFormat(Unit unit) {
        this.unit = unit;
    }

    @Override
    public StringBuffer format(double number, StringBuffer to, FieldPosition position) {
        return to.append(unit.number(number)).append(suffix());
    }

    private String suffix() {
        return switch (unit) {
            case BYTES_PER_SECOND -> "B/s";
            case BYTES -> "B";
            case MILLISECONDS -> "\u00a0ms";
            case PERCENT -> "\u00a0%";
            case RECORDS, RECORDS_PER_SECOND -> "";
        };
    }

    @Override
    public StringBuffer format(long number, StringBuffer to, FieldPosition position) {
        return format((double) number, to, position);
    }

    @Override
    public Number parse(String source, ParsePosition position) {
        throw new UnsupportedOperationException();
    }
}
