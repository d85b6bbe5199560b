package org.aforo.ui.internal.flow;

import java.text.NumberFormat;

import org.eclipse.osgi.util.NLS;

/** Figures in few letters, in the user's language. */
final class Figures {

    private static final String[] COUNTS = {"", "k", "M", "G"};
    private static final String[] BYTES = {"B", "kB", "MB", "GB"};

    private Figures() {
    }

    /** As {@code 1.2k/s}. */
    static String records(double perSecond) {
        return NLS.bind(Messages.perSecond, shorten(perSecond, COUNTS, ""));
    }

    /** As {@code 3.4 MB/s}. */
    static String bytes(double perSecond) {
        return NLS.bind(Messages.perSecond, shorten(perSecond, BYTES, " "));
    }

    static String percent(double share) {
        return NumberFormat.getPercentInstance().format(share);
    }

    private static String shorten(double value, String[] units, String gap) {
        int unit = 0;
        double left = value;
        while (left >= 999.5 && unit < units.length - 1) {
            left /= 1000;
            unit++;
        }
        NumberFormat format = NumberFormat.getNumberInstance();
        format.setMaximumFractionDigits(left < 10 ? 1 : 0);
        return format.format(left) + gap + units[unit];
    }
}
