package org.aforo.client;

import java.util.ArrayDeque;
import java.util.Deque;

/** Totals of the last second of real time, for a resource through which something flows. */
final class RateWindow {

    static final long SPAN = 1_000;
    /** Records, bytes, errors and throttles, in and out: in the order of {@link History.Measure}. */
    static final int TOTALS = 8;

    private record Told(long millis, long[] totals) {
    }

    private final Deque<Told> told = new ArrayDeque<>();

    /** Begins with totals that were the same from {@code since} to {@code until}. */
    RateWindow(long since, long until, long[] totals) {
        told.add(new Told(since, totals));
        if (until > since) {
            told.add(new Told(until, totals));
        }
    }

    /** Units a second up to {@code millis}; between what was told, flow is taken to be even. */
    double[] rates(long millis, long[] totals) {
        told.addLast(new Told(millis, totals));
        while (told.size() > 2 && second().millis() <= millis - SPAN) {
            told.removeFirst();
        }
        Told base = told.getFirst();
        Told next = second();
        long start = Math.max(base.millis(), millis - SPAN);
        double part = (start - base.millis()) / (double) Math.max(1, next.millis() - base.millis());
        double seconds = Math.max(1, millis - start) / 1000d;
        double[] rates = new double[TOTALS];
        for (int i = 0; i < TOTALS; i++) {
            double then = base.totals()[i] + part * (next.totals()[i] - base.totals()[i]);
            rates[i] = (totals[i] - then) / seconds;
        }
        return rates;
    }

    private Told second() {
        var all = told.iterator();
        all.next();
        return all.next();
    }

    static long[] totals(ResourceState state) {
        Flow in = state.in();
        Flow out = state.out();
        return new long[] {in.records(), in.bytes(), in.errors(), in.throttles(), out.records(), out.bytes(),
                out.errors(), out.throttles()};
    }

    /** Whether counting began anew. */
    static boolean fell(long[] before, long[] now) {
        for (int i = 0; i < TOTALS; i++) {
            if (now[i] < before[i]) {
                return true;
            }
        }
        return false;
    }
}
