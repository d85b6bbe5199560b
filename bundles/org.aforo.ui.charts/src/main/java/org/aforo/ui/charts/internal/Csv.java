package org.aforo.ui.charts.internal;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;

import org.aforo.ui.charts.Series;
import org.eclipse.osgi.util.NLS;

/**
 * Writes a chart's values as comma-separated values by RFC 4180: times in UTC, numbers with a point, nothing for a gap.
 */
final class Csv {

    private static final String END = "\r\n";
    /** As many as a double holds for sure. */
    private static final MathContext DIGITS = new MathContext(15);

    private Csv() {
    }

    static void write(Rows rows, Appendable to) throws IOException {
        boolean[] spread = new boolean[rows.series().size()];
        to.append("time");
        for (int column = 0; column < spread.length; column++) {
            spread[column] = rows.spread(column);
            Series series = rows.series().get(column);
            String name = series.name() + " (" + series.unit().title() + ")";
            if (spread[column]) {
                to.append(',').append(quoted(NLS.bind(Messages.least, name)));
                to.append(',').append(quoted(NLS.bind(Messages.greatest, name)));
            } else {
                to.append(',').append(quoted(name));
            }
        }
        to.append(END);
        for (int row = 0; row < rows.count(); row++) {
            to.append(Instant.ofEpochMilli(rows.millis()[row]).toString());
            for (int column = 0; column < spread.length; column++) {
                if (spread[column]) {
                    to.append(',').append(number(rows.low(row, column)));
                }
                to.append(',').append(number(rows.high(row, column)));
            }
            to.append(END);
        }
    }

    private static String number(double value) {
        return Double.isNaN(value) ? ""
                : new BigDecimal(value, DIGITS).stripTrailingZeros().toPlainString();
    }

    private static String quoted(String text) {
        return text.matches("[^\",\r\n]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
