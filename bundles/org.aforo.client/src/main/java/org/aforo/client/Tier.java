package org.aforo.client;

import java.util.ArrayDeque;
import java.util.Deque;

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

    /** Thins {@code from} out into this tier: a sample for each {@code width} milliseconds, with its extremes. */
    void fold(Segment from, long step) {
        int start = 0;
        while (start < from.count()) {
            int end = start + 1;
            while (end < from.count() && from.gap(end) == from.gap(start)
                    && from.times[end] / step == from.times[start] / step) {
                end++;
            }
            fold(from, start, end);
            start = end;
        }
    }

    private void fold(Segment from, int start, int end) {
        long millis = from.times[end - 1];
        Segment into = open(millis);
        int at = into.add(millis, from.gap(start));
        from.blocks.forEach((series, block) -> {
            for (int measure = 0; measure < Block.MEASURES; measure++) {
                if (block.has(measure)) {
                    extremes(into, at, series, block, measure, start, end);
                }
            }
        });
    }

    private static void extremes(Segment into, int at, Series series, Block block, int measure, int start, int end) {
        float low = Float.NaN;
        float high = Float.NaN;
        for (int i = start; i < end; i++) {
            float l = block.low(measure, i);
            if (!Float.isNaN(l)) {
                low = low <= l ? low : l;
                high = high >= block.high(measure, i) ? high : block.high(measure, i);
            }
        }
        if (high > 0 || Block.level(measure) && high == 0) {
            into.put(series, measure, at, low, high);
        }
    }
}
