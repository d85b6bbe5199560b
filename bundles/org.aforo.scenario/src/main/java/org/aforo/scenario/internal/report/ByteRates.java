package org.aforo.scenario.internal.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

import org.aforo.charts.Chart;
import org.aforo.charts.Chart.Mark;
import org.aforo.charts.Series;

/** Charts of bytes a second, in the unit that their highest value asks for. */
final class ByteRates {

    private static final String[] UNITS = {"B/s", "KiB/s", "MiB/s", "GiB/s"};
    private static final double KIBI = 1_024;

    private ByteRates() {
    }

    /** @param series in bytes a second */
    static Chart chart(String title, List<Series> series, List<Mark> marks) {
        double highest = series.stream().flatMapToDouble(each -> DoubleStream.of(each.values()))
                .filter(Double::isFinite).max().orElse(0);
        int unit = 0;
        double divisor = 1;
        while (unit < UNITS.length - 1 && highest >= divisor * KIBI) {
            unit++;
            divisor *= KIBI;
        }
        double one = divisor;
        return new Chart(title, UNITS[unit], series.stream().map(each -> new Series(each.name(), each.seconds(),
                Arrays.stream(each.values()).map(value -> value / one).toArray())).toList(), List.of(), marks);
    }
}
