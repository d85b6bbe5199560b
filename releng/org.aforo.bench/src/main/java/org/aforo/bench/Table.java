package org.aforo.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A plain text table. */
final class Table {

    private final List<String[]> rows = new ArrayList<>();

    Table(String... header) {
        rows.add(header);
    }

    void row(String... cells) {
        rows.add(cells);
    }

    static String number(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, value >= 100 ? "%,.0f" : "%,.2f", value);
    }

    static String ratio(double value, double of) {
        return Double.isNaN(value) || Double.isNaN(of) || of == 0 ? "-"
                : String.format(Locale.ROOT, value / of >= 10 ? "%.0fx" : "%.2fx", value / of);
    }

    @Override
    public String toString() {
        int columns = rows.getFirst().length;
        int[] widths = new int[columns];
        rows.forEach(row -> {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        });
        StringBuilder text = new StringBuilder();
        for (String[] row : rows) {
            for (int i = 0; i < columns; i++) {
                text.append(String.format("%" + (i == 0 ? "-" : "") + widths[i] + "s  ", row[i]));
            }
            text.append(System.lineSeparator());
        }
        return text.toString();
    }
}
