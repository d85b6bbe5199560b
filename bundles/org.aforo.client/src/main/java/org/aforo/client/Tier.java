package org.aforo.client;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Segments of one fineness, oldest first. */
final class Tier {

    final Deque<Segment> segments = new ArrayDeque<>();
    /** How long samples stay here, in milliseconds. */
    final long span;
    /** Milliseconds that the next, coarser tier makes one sample of; a day where there is none. */
    final long width;
    private final boolean fine;

    Tier(boolean fine, long span, long width) {
        this.fine = fine;
        this.span = span;
        this.width = width;
    }

    /** The segment that a sample at {@code millis} belongs into. */
    Segment open(long millis) {
        Segment last = segments.peekLast();
        if (last == null || last.full(millis, width)) {
            last = new Segment(fine);
            segments.addLast(last);
        }
        return last;
    }

    boolean expired(long now) {
        Segment oldest = segments.peekFirst();
        return oldest != null && oldest.end() < now - span;
    }

    long bytes() {
        return segments.stream().mapToLong(Segment::bytes).sum();
    }

    /** Samples that become one, and where it is. */
    private record Step(int start, int end, Segment into, int at) {
    }

    /** Thins {@code from} out into this tier: a sample for each {@code step} milliseconds, with its extremes. */
    void fold(Segment from, long step) {
        List<Step> steps = new ArrayList<>();
        int start = 0;
        while (start < from.count()) {
            int end = start + 1;
            while (end < from.count() && from.gap(end) == from.gap(start)
                    && from.times[end] / step == from.times[start] / step) {
                end++;
            }
            long millis = from.times[end - 1];
            Segment into = open(millis);
            steps.add(new Step(start, end, into, into.add(millis, from.gap(start))));
            start = end;
        }
        from.blocks.forEach((series, block) -> {
            for (int measure = 0; measure < Block.MEASURES; measure++) {
                if (block.has(measure)) {
                    for (Step each : steps) {
                        extremes(each, series, block, measure);
                    }
                }
            }
        });
    }

    private static void extremes(Step step, Series series, Block block, int measure) {
        float low = Float.NaN;
        float high = Float.NaN;
        for (int i = step.start(); i < step.end(); i++) {
            float l = block.low(measure, i);
            if (!Float.isNaN(l)) {
                low = low <= l ? low : l;
                high = high >= block.high(measure, i) ? high : block.high(measure, i);
            }
        }
        if (high > 0 || Block.level(measure) && high == 0) {
            step.into().put(series, measure, step.at(), low, high);
        }
    }
}
