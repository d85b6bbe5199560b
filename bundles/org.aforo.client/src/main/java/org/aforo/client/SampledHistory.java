package org.aforo.client;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What was sampled of one connection's resources. The feed tells only what changed: a resource that isn't told had no
 * flow. Resources that went are kept for ten minutes. For any number of threads.
 */
final class SampledHistory implements History {

    /** How long what went is remembered. */
    static final long KEPT = TimeUnit.MINUTES.toMillis(10);
    private static final long BUDGET = 140L << 20;
    private static final long PURGE = 10_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<LiveResource, Series> all = new IdentityHashMap<>();
    private final Set<Series> flowing = new HashSet<>();
    private final Timeline timeline;
    /** When the present stretch without a gap began; 0 in a gap. */
    private long since;
    private long last;
    private long purged;

    SampledHistory() {
        this(BUDGET);
    }

    SampledHistory(long budget) {
        timeline = new Timeline(budget);
    }

    /** Takes in what a frame told; a change of a connection that isn't live begins a gap. */
    void sample(ModelChange change, long millis) {
        lock.lock();
        try {
            if (change.connection().state() != BenchConnection.State.LIVE) {
                gap(millis);
            } else if (since == 0) {
                resume(change, Math.max(last, millis));
            } else {
                take(change, Math.max(last, millis));
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Nothing was told for a while although the connection stands: nothing flowed.
     *
     * @return whether anything did within the second before
     */
    boolean quiet(long millis) {
        lock.lock();
        try {
            boolean flowed = !flowing.isEmpty();
            if (since != 0) {
                tick(Math.max(last, millis));
            }
            return flowed;
        } finally {
            lock.unlock();
        }
    }

    /** Puts before all samples what the bench remembers: see {@link Past}. */
    void prepend(long[] times, Map<LiveResource, float[][]> rates) {
        lock.lock();
        try {
            Map<Series, float[][]> known = new IdentityHashMap<>();
            rates.forEach((resource, values) -> {
                Series series = all.get(resource);
                if (series != null && times.length > 0) {
                    series.ratesFrom(times[0]);
                    known.put(series, values);
                }
            });
            if (!known.isEmpty()) {
                timeline.prepend(times, known);
            }
        } finally {
            lock.unlock();
        }
    }

    private void gap(long millis) {
        if (since != 0) {
            since = 0;
            flowing.clear();
            last = Math.max(last, millis);
            timeline.add(last, true);
        }
    }

    private void resume(ModelChange change, long millis) {
        change.removed().forEach(resource -> remove(resource, last));
        last = millis;
        since = millis;
        timeline.add(millis, true);
        change.added().forEach(resource -> begin(resource, millis));
        change.changed().forEach(resource -> begin(resource, millis));
    }

    private void begin(LiveResource resource, long millis) {
        Series series = come(resource, millis);
        series.begin(resource.state());
        series.flushes.begin(resource.state());
        series.sample(timeline, millis);
    }

    private void take(ModelChange change, long millis) {
        long previous = last;
        for (LiveResource resource : change.added()) {
            come(resource, previous).beginEmpty(resource.state());
            tell(resource, millis, previous);
        }
        change.changed().forEach(resource -> tell(resource, millis, previous));
        tick(millis);
        for (LiveResource resource : change.changed()) {
            note(resource, millis);
        }
        change.added().forEach(resource -> note(resource, millis));
        change.removed().forEach(resource -> remove(resource, millis));
    }

    private void tell(LiveResource resource, long millis, long previous) {
        Series series = all.get(resource);
        if (series != null) {
            series.tell(resource.state(), since, millis, previous);
            series.flushes.tell(resource.state(), millis);
            if (series.flowing()) {
                flowing.add(series);
            }
        }
    }

    private void tick(long millis) {
        last = millis;
        timeline.add(millis, false);
        flowing.removeIf(series -> {
            series.sample(timeline, millis);
            return !series.flowing();
        });
        if (millis - purged >= PURGE) {
            purged = millis;
            purge(millis - KEPT);
        }
    }

    private void note(LiveResource resource, long millis) {
        Series series = all.get(resource);
        if (series != null && !series.flowing()) {
            series.sample(timeline, millis);
        }
    }

    private Series come(LiveResource resource, long millis) {
        Series series = all.get(resource);
        if (series == null) {
            series = new Series(millis);
            all.put(resource, series);
        } else if (series.gone()) {
            series.come(millis);
        }
        return series;
    }

    private void remove(LiveResource resource, long millis) {
        Series series = all.get(resource);
        if (series != null && !series.gone()) {
            series.go(millis);
            flowing.remove(series);
        }
    }

    private void purge(long before) {
        Set<Series> old = new HashSet<>();
        all.values().removeIf(series -> series.gone() && series.went() < before && old.add(series));
        if (!old.isEmpty()) {
            timeline.forget(old);
        }
    }

    @Override
    public Line line(LiveResource resource, Measure measure, long from, long to, int points) {
        lock.lock();
        try {
            Series series = all.get(resource);
            LineBuilder line = new LineBuilder(series == null ? 0 : step(from, to, points));
            if (series != null) {
                LineReader.read(timeline, series, measure.ordinal(), from, to, line);
            }
            return line.build();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Passing passing(LiveResource resource) {
        lock.lock();
        try {
            Series series = all.get(resource);
            return series == null ? Passing.NONE : series.passing();
        } finally {
            lock.unlock();
        }
    }

    private long step(long from, long to, int points) {
        long samples = timeline.segments().filter(segment -> segment.end() >= from && segment.times[0] <= to)
                .mapToLong(segment -> segment.count(from, to)).sum();
        return samples <= points ? 0 : Math.max(1, Math.ceilDiv(to - from, Math.max(1, points)));
    }

    @Override
    public List<FlushMark> flushes(LiveResource resource, long from, long to) {
        lock.lock();
        try {
            Series series = all.get(resource);
            return series == null ? List.of() : series.flushes.between(from, to);
        } finally {
            lock.unlock();
        }
    }

    /** About what the samples take, in bytes. */
    long bytes() {
        lock.lock();
        try {
            return timeline.bytes();
        } finally {
            lock.unlock();
        }
    }
}
