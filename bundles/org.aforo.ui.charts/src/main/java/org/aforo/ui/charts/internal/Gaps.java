package org.aforo.ui.charts.internal;

import java.util.ArrayList;
import java.util.List;

import org.aforo.client.History.Line;
import org.aforo.ui.charts.Series;

/** Finds the times nothing is known of. */
final class Gaps {

    /** From the last value known before it to the first known after, in real milliseconds. */
    record Gap(long from, long to) {
    }

    private Gaps() {
    }

    /** Times in which at least one of the lines has a gap; those that overlap made one. */
    static List<Gap> of(List<Series> lines, long end) {
        List<Gap> found = new ArrayList<>();
        lines.forEach(series -> collect(series.line(), end, found));
        found.sort((a, b) -> Long.compare(a.from, b.from));
        List<Gap> joined = new ArrayList<>();
        for (Gap gap : found) {
            Gap last = joined.isEmpty() ? null : joined.getLast();
            if (last != null && gap.from <= last.to) {
                joined.set(joined.size() - 1, new Gap(last.from, Math.max(last.to, gap.to)));
            } else {
                joined.add(gap);
            }
        }
        return joined;
    }

    private static void collect(Line line, long end, List<Gap> found) {
        int points = line.millis().length;
        int i = 0;
        while (i < points) {
            if (!Double.isNaN(line.high()[i])) {
                i++;
                continue;
            }
            int after = i;
            while (after < points && Double.isNaN(line.high()[after])) {
                after++;
            }
            long from = i == 0 ? line.millis()[0] : line.millis()[i - 1];
            found.add(new Gap(from, after == points ? Math.max(end, from) : line.millis()[after]));
            i = after;
        }
    }
}
