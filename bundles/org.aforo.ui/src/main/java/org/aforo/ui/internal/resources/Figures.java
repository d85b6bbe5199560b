package org.aforo.ui.internal.resources;

import java.text.NumberFormat;
import java.util.Locale;

/** Figures as they stand in tables, in the user's language. For the UI thread. */
public final class Figures {

    private static final double MEGABYTE = 1e6;
    private static final NumberFormat WHOLE = format(0);
    private static final NumberFormat FINE = format(3);
    private static final NumberFormat PERCENT = NumberFormat.getPercentInstance(Locale.getDefault());

    private Figures() {
    }

    private static NumberFormat format(int fraction) {
        NumberFormat format = NumberFormat.getNumberInstance(Locale.getDefault());
        format.setMaximumFractionDigits(fraction);
        return format;
    }

    /** A rate or a share of one: three digits that count; nothing for nought, so that what moves stands out. */
    public static String rate(double value) {
        if (value == 0) {
            return "";
        }
        FINE.setMaximumFractionDigits(value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3);
        return FINE.format(value);
    }

    /** Bytes a second, in megabytes. */
    public static String megabytes(double bytes) {
        return rate(bytes / MEGABYTE);
    }

    public static String count(long value) {
        return WHOLE.format(value);
    }

    /** From 0 to 1. */
    public static String percent(double share) {
        return PERCENT.format(share);
    }

    /** Bytes in the unit that fits. */
    public static String bytes(long bytes) {
        if (bytes < 1000) {
            return count(bytes) + " B";
        }
        String units = "kMGTPE";
        double value = bytes;
        int unit = -1;
        while (value >= 1000 && unit < units.length() - 1) {
            value /= 1000;
            unit++;
        }
        return rate(value) + ' ' + units.charAt(unit) + 'B';
    }
}
