package org.aforo.core.internal.meter;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import org.aforo.api.Events;
import org.aforo.api.meter.Meter;
import org.aforo.api.meter.Meters;
import org.aforo.core.internal.time.BenchTime;
import org.aforo.core.internal.time.RealTime;

/**
 * The meters and what samples them: four times a real second while time flows, and up to four times a
 * bench second while it is moved by hand. Those through which nothing has flowed aren't visited.
 */
public final class BenchMeters implements Meters, AutoCloseable {

    private static final Duration PERIOD = Duration.ofMillis(250);
    /** Kept by all meters together, about: ten minutes of four hundred meters, as are the shards of a large stream. */
    private static final int SAMPLES = 1_000_000;
    /** Kept by each however many there are. */
    private static final int FEWEST = 64;

    private record Key(String owner, String name) {
    }

    private final BenchTime time;
    private final ConcurrentMap<Key, FlowMeter> open = new ConcurrentHashMap<>();
    private final Set<FlowMeter> flowing = ConcurrentHashMap.newKeySet();
    private final ThrottleEvents throttles;
    private final Thread sampler;
    private long last = Long.MIN_VALUE / 2;

    /** @param events are told of limits that are hit */
    public BenchMeters(BenchTime time, Events events) {
        this.time = time;
        this.throttles = new ThrottleEvents(events);
        time.onMove(this::moved);
        this.sampler = RealTime.each(PERIOD, "aforo-meters", this::flowed);
    }

    @Override
    public Meter open(String owner, String name) {
        return open.computeIfAbsent(new Key(owner, name), key -> new FlowMeter(this, owner, name));
    }

    @Override
    public Collection<Meter> all() {
        return List.copyOf(open.values());
    }

    @Override
    public void close() {
        sampler.interrupt();
    }

    long now() {
        return time.nanos();
    }

    void flowing(FlowMeter meter) {
        flowing.add(meter);
    }

    void closed(FlowMeter meter) {
        open.remove(new Key(meter.owner(), meter.name()), meter);
        flowing.remove(meter);
    }

    private void flowed() {
        if (time.scale() != 0) {
            sample(time.nanos());
        }
    }

    private synchronized void moved(long nanos) {
        if (nanos == last || nanos - last >= PERIOD.toNanos()) {
            sample(nanos);
        }
    }

    private synchronized void sample(long nanos) {
        last = nanos;
        int most = Math.clamp(SAMPLES / Math.max(1, flowing.size()), FEWEST, SampleRing.MOST);
        flowing.forEach(meter -> throttles.note(meter, meter.tick(nanos, most)));
        throttles.tell();
    }
}
