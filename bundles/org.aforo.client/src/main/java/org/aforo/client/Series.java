package org.aforo.client;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.aforo.client.History.Measure;
import org.aforo.client.History.Passing;

/** What is known of one resource besides its samples: its totals a moment ago, its levels, and when it wasn't there. */
final class Series {

    private static final int LEVELS = Block.MEASURES - Measure.LATENCY_P50.ordinal();
    private static final int ABSENCES_KEPT = 16;

    /** Rates are over the last second: over less, a slow trickle would look like needles. */
    private RateWindow window;
    private long[] totals;
    private Passing passing = Passing.NONE;
    private ResourceState state;
    private final float[] levels = new float[LEVELS];
    /** Levels before the oldest sample there is. */
    private final float[] before = new float[LEVELS];
    /** From (exclusive) and to (inclusive); open to the end when it isn't there now. */
    private final List<long[]> absences = new ArrayList<>(1);
    /** Rates are known from here on although nobody looked. */
    private long ratesFrom = Long.MAX_VALUE;
    final FlushMarks flushes = new FlushMarks();

    Series(long born) {
        absences.add(new long[] {Long.MIN_VALUE, born});
    }

    boolean gone() {
        return absences.getLast()[1] == Long.MAX_VALUE;
    }

    /** When it went. */
    long went() {
        return absences.getLast()[0];
    }

    void go(long millis) {
        rest();
        absences.add(new long[] {millis, Long.MAX_VALUE});
        if (absences.size() > ABSENCES_KEPT) {
            absences.removeFirst();
        }
    }

    void come(long millis) {
        absences.getLast()[1] = millis;
    }

    void ratesFrom(long millis) {
        ratesFrom = millis;
    }

    /** Whether it was there all the time. */
    boolean present(long from, long to) {
        for (long[] absence : absences) {
            if (from <= absence[1] && to > absence[0]) {
                return false;
            }
        }
        return from > absences.getFirst()[0];
    }

    boolean absent(int measure, long millis) {
        if (!Block.level(measure) && millis >= ratesFrom && millis <= absences.getFirst()[1]) {
            return false;
        }
        for (long[] absence : absences) {
            if (millis > absence[0] && millis <= absence[1]) {
                return true;
            }
        }
        return millis <= absences.getFirst()[0];
    }

    /** Begins to count from these totals. */
    void begin(ResourceState now) {
        rest();
        state = now;
        totals = null;
    }

    /** Begins to count from nothing: it wasn't there before. */
    void beginEmpty(ResourceState now) {
        begin(now);
        totals = new long[RateWindow.TOTALS];
    }

    /**
     * Takes in what was told of it.
     *
     * @param since from when on what flowed is known
     */
    void tell(ResourceState now, long since, long millis, long previous) {
        if (totals == null) {
            totals = RateWindow.totals(state);
        }
        long[] fresh = RateWindow.totals(now);
        state = now;
        if (RateWindow.fell(totals, fresh)) {
            window = new RateWindow(previous, previous, new long[RateWindow.TOTALS]);
        } else if (window == null && !Arrays.equals(totals, fresh)) {
            window = new RateWindow(Math.max(since, millis - RateWindow.SPAN), previous, totals);
        }
        totals = fresh;
    }

    private void rest() {
        window = null;
        passing = Passing.NONE;
    }

    /** As of the sample taken last. */
    Passing passing() {
        return passing;
    }

    /** Whether something flowed within the last second. */
    boolean flowing() {
        return window != null;
    }

    /** Puts its rates, and the levels that changed, into the sample begun at {@code millis}. */
    void sample(Timeline timeline, long millis) {
        if (window != null) {
            double[] rates = window.rates(millis, totals);
            boolean still = true;
            for (int i = 0; i < rates.length; i++) {
                if (rates[i] > 0) {
                    still = false;
                    timeline.put(this, i, (float) rates[i]);
                }
            }
            if (still) {
                rest();
            } else {
                passing = new Passing(new Rates(rates[0], rates[1], rates[2], rates[3]),
                        new Rates(rates[4], rates[5], rates[6], rates[7]));
            }
        }
        level(timeline, Measure.LATENCY_P50, (float) latency().p50());
        level(timeline, Measure.LATENCY_P99, (float) latency().p99());
        level(timeline, Measure.FILL, (float) state.buffers().stream().mapToDouble(BufferView::fill).max().orElse(0));
    }

    private Flow.Latency latency() {
        return state.in().latency().count() > 0 ? state.in().latency() : state.out().latency();
    }

    private void level(Timeline timeline, Measure measure, float value) {
        int i = measure.ordinal() - Measure.LATENCY_P50.ordinal();
        if (levels[i] != value) {
            levels[i] = value;
            timeline.put(this, measure.ordinal(), value);
        }
    }

    /** Notes the levels of a block that is dropped. */
    void remember(Block dropped) {
        for (int i = 0; i < LEVELS; i++) {
            int measure = Measure.LATENCY_P50.ordinal() + i;
            before[i] = last(dropped, measure, before[i]);
        }
    }

    /** The last value of a level in a block, or {@code otherwise}. */
    static float last(Block block, int measure, float otherwise) {
        for (int at = Segment.SIZE - 1; block.has(measure) && at >= 0; at--) {
            if (!Float.isNaN(block.high(measure, at))) {
                return block.high(measure, at);
            }
        }
        return otherwise;
    }

    float before(int measure) {
        return Block.level(measure) ? before[measure - Measure.LATENCY_P50.ordinal()] : 0;
    }
}
