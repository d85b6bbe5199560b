package org.aforo.client;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Samples of all resources of a connection on one axis of time: as fed for ten minutes, then a second apart until two
 * hours ago, then ten seconds apart until a day ago. When it would take more than it may, everything grows coarser
 * sooner.
 */
final class Timeline {

    private final long budget;
    private final Tier fed = new Tier(true, TimeUnit.MINUTES.toMillis(10), 1_000);
    private final Tier seconds = new Tier(false, TimeUnit.HOURS.toMillis(2), 10_000);
    private final Tier tens = new Tier(false, TimeUnit.HOURS.toMillis(24), TimeUnit.HOURS.toMillis(24));
    private Segment open;
    private int at;

    /** @param budget bytes it may take, about */
    Timeline(long budget) {
        this.budget = budget;
    }

    /** Begins a sample. */
    void add(long millis, boolean gap) {
        open = fed.open(millis);
        at = open.add(millis, gap);
        age(millis);
    }

    /** Puts a value into the sample that was begun last. */
    void put(Series series, int measure, float value) {
        open.put(series, measure, at, value, value);
    }

    /**
     * Puts rates before all there is, unless that has aged already.
     *
     * @param rates by measure, at {@code times} and at the first sample there is
     */
    void prepend(long[] times, Map<Series, float[][]> rates) {
        Segment first = fed.segments.peekFirst();
        if (first == null || !seconds.segments.isEmpty()) {
            return;
        }
        Tier before = new Tier(true, fed.span, fed.width);
        for (int i = 0; i < times.length; i++) {
            Segment segment = before.open(times[i]);
            put(segment, segment.add(times[i], false), rates, i);
        }
        first.fillGap(0);
        put(first, 0, rates, times.length);
        before.segments.descendingIterator().forEachRemaining(fed.segments::addFirst);
    }

    private static void put(Segment segment, int at, Map<Series, float[][]> rates, int index) {
        rates.forEach((series, values) -> {
            for (int measure = 0; measure < values.length; measure++) {
                if (values[measure][index] > 0) {
                    segment.put(series, measure, at, values[measure][index], values[measure][index]);
                }
            }
        });
    }

    /** Oldest first. */
    Stream<Segment> segments() {
        return Stream.of(tens, seconds, fed).flatMap(tier -> tier.segments.stream());
    }

    void forget(Collection<Series> gone) {
        segments().forEach(segment -> gone.forEach(segment::forget));
    }

    long bytes() {
        return fed.bytes() + seconds.bytes() + tens.bytes();
    }

    /** Thins out one segment at most, so that nobody waits long; far fewer are made than samples come. */
    private void age(long now) {
        Tier due = Stream.of(fed, seconds, tens).filter(tier -> tier.expired(now)).findFirst().orElse(null);
        if (due == null && bytes() > budget) {
            due = Stream.of(fed, seconds, tens).filter(tier -> tier.segments.size() > 1)
                    .max(Comparator.comparingLong(Tier::bytes)).orElse(null);
        }
        if (due != null) {
            shed(due);
        }
    }

    private void shed(Tier tier) {
        Segment oldest = tier.segments.removeFirst();
        if (tier == tens) {
            oldest.blocks.forEach(Series::remember);
        } else {
            (tier == fed ? seconds : tens).fold(oldest, tier.width);
        }
    }
}
