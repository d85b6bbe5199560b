package org.aforo.ui.charts;

import java.text.NumberFormat;
import java.util.Locale;

import org.aforo.ui.charts.internal.Messages;

/** What a line's values are in; each unit has an axis of its own. */
public enum Unit {

    RECORDS_PER_SECOND(1000), BYTES_PER_SECOND(1000), MILLISECONDS(0), PERCENT(0), BYTES(1024), RECORDS(1000);

    private static final String[] DECIMAL = {"", "k", "M", "G", "T"};
    private static final String[] BINARY = {"", "Ki", "Mi", "Gi", "Ti"};

    private final int step;

    Unit(int step) {
        this.step = step;
    }

    /** Name of the axis. */
    public String title() {
        return switch (this) {
            case RECORDS_PER_SECOND -> Messages.recordsPerSecond;
            case BYTES_PER_SECOND -> Messages.bytesPerSecond;
            case MILLISECONDS -> Messages.milliseconds;
            case PERCENT -> Messages.percent;
            case BYTES -> Messages.bytes;
            case RECORDS -> Messages.records;
        };
    }

    /** A value with its unit, short and in the user's language; a dash for none. */
    public String text(double value) {
        if (Double.isNaN(value)) {
            return "\u2013";
        }
        return number(value) + switch (this) {
            case RECORDS_PER_SECOND -> step(value) == 0 ? " /s" : "/s";
            case BYTES_PER_SECOND -> "B/s";
            case MILLISECONDS -> " ms";
            case PERCENT -> " %";
            case BYTES -> "B";
            case RECORDS -> "";
        };
    }

    /** As it stands beside an axis. */
    public String number(double value) {
        int power = step(value);
        double scaled = value / Math.pow(Math.max(1, step), power);
        String sign = (step == 1024 ? BINARY : DECIMAL)[power];
        boolean apart = power > 0 || this == BYTES_PER_SECOND || this == BYTES;
        return digits(scaled) + (apart ? "\u00a0" : "") + sign;
    }

    private int step(double value) {
        int power = 0;
        for (double left = Math.abs(value); step > 0 && left >= step && power < DECIMAL.length - 1; left /= step) {
            power++;
        }
        return power;
    }

    private static String digits(double value) {
        NumberFormat format = NumberFormat.getNumberInstance(Locale.getDefault());
        double size = Math.abs(value);
        format.setMaximumFractionDigits(size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3);
        return format.format(value);
    }
}
