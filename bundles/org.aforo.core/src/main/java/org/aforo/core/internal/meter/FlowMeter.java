package org.aforo.core.internal.meter;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;

import org.aforo.api.meter.Meter;

/** A meter. Until something flows it is four counters and nothing else. */
final class FlowMeter implements Meter {

    private static final long SECOND = 1_000_000_000L;
    private static final Rate NO_RATE = new Rate(0, 0, 0, 0);

    private enum State { IDLE, FLOWING, CLOSED }

    private final BenchMeters meters;
    private final String owner;
    private final String name;
    private final LongAdder records = new LongAdder();
    private final LongAdder bytes = new LongAdder();
    private final LongAdder errors = new LongAdder();
    private final LongAdder throttles = new LongAdder();
    private volatile State state = State.IDLE;
    private volatile SampleRing ring;
    private volatile Latencies latencies;
    private ThrottleSpell throttled;

    FlowMeter(BenchMeters meters, String owner, String name) {
        this.meters = meters;
        this.owner = owner;
        this.name = name;
    }

    @Override
    public String owner() {
        return owner;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void add(long moreRecords, long moreBytes) {
        if (flows()) {
            records.add(moreRecords);
            bytes.add(moreBytes);
        }
    }

    @Override
    public void error(long count) {
        if (flows()) {
            errors.add(count);
        }
    }

    @Override
    public void throttle(long count) {
        if (flows()) {
            throttles.add(count);
        }
    }

    @Override
    public void latency(long nanos) {
        if (flows()) {
            Latencies mine = latencies;
            (mine != null ? mine : firstLatency()).note(nanos);
        }
    }

    @Override
    public Snapshot snapshot() {
        Sample now = sample(meters.now());
        return snapshot(now, rate(now, 10 * SECOND), rate(now, 60 * SECOND));
    }

    @Override
    public Snapshot glance() {
        return snapshot(sample(meters.now()), NO_RATE, NO_RATE);
    }

    private Snapshot snapshot(Sample now, Rate tenSeconds, Rate minute) {
        Latencies noted = latencies;
        return new Snapshot(now.records(), now.bytes(), now.errors(), now.throttles(), rate(now, SECOND), tenSeconds,
                minute, noted == null ? Latencies.NONE : noted.read());
    }

    /** Sums of what only grows, weighed so that one change can't hide another; idle ones aren't even looked at. */
    @Override
    public long stamp() {
        if (state == State.IDLE) {
            return 0;
        }
        Latencies noted = latencies;
        long rare = errors.sum() + throttles.sum() * 3 + (noted == null ? 0 : noted.count() * 7);
        return records.sum() + bytes.sum() * 31 + rare * 0x9E3779B97F4A7C15L;
    }

    @Override
    public List<Sample> history() {
        SampleRing kept = ring;
        return kept == null ? List.of() : kept.all();
    }

    @Override
    public void close() {
        synchronized (this) {
            state = State.CLOSED;
        }
        meters.closed(this);
    }

    /** Takes a sample; {@code most} may be kept. Tells whether throttling began or ended with it. */
    ThrottleSpell.Turn tick(long nanos, int most) {
        Sample now = sample(nanos);
        ring.add(now, most);
        if (throttled == null && now.throttles() > 0) {
            throttled = new ThrottleSpell();
        }
        return throttled == null ? ThrottleSpell.Turn.NONE : throttled.at(nanos, now.throttles());
    }

    /** For the sampler; null where nothing was ever throttled. */
    ThrottleSpell throttled() {
        return throttled;
    }

    private boolean flows() {
        return state == State.FLOWING || begin();
    }

    private synchronized boolean begin() {
        if (state == State.IDLE) {
            ring = new SampleRing(meters.now());
            meters.flowing(this);
            state = State.FLOWING;
        }
        return state == State.FLOWING;
    }

    private synchronized Latencies firstLatency() {
        if (latencies == null) {
            latencies = new Latencies();
        }
        return latencies;
    }

    private Sample sample(long nanos) {
        return new Sample(nanos, records.sum(), bytes.sum(), errors.sum(), throttles.sum());
    }

    /** Over the window that ends now, its first moment included; between samples flow counts as even. */
    private Rate rate(Sample now, long window) {
        SampleRing kept = ring;
        if (kept == null) {
            return NO_RATE;
        }
        long from = now.nanos() - window - 1;
        Sample[] around = kept.around(from, now);
        Sample a = around[0];
        Sample b = around[1];
        double share = b.nanos() <= a.nanos() ? 0
                : Math.clamp((from - a.nanos()) / (double) (b.nanos() - a.nanos()), 0.0, 1.0);
        double seconds = window / (double) SECOND;
        return new Rate(perSecond(a.records(), b.records(), share, now.records(), seconds),
                perSecond(a.bytes(), b.bytes(), share, now.bytes(), seconds),
                perSecond(a.errors(), b.errors(), share, now.errors(), seconds),
                perSecond(a.throttles(), b.throttles(), share, now.throttles(), seconds));
    }

    private static double perSecond(long a, long b, double share, long now, double seconds) {
        return Math.max(0, now - (a + (b - a) * share)) / seconds;
    }
}
