package org.aforo.service.streams.internal;

import java.time.Duration;

import org.aforo.api.Bench;
import org.aforo.api.meter.Meter;
import org.aforo.api.time.Scheduler.Timer;

/**
 * Scales on-demand streams by what they take in: they are kept ready for twice of it.
 *
 * @see <a href="https://docs.aws.amazon.com/streams/latest/dev/how-do-i-size-a-stream.html">On-demand mode</a>
 */
final class OnDemand implements AutoCloseable {

    private static final Duration LOOK = Duration.ofSeconds(15);
    private static final double HEADROOM = 2;

    private final Streams streams;
    private final Limits limits;
    private final Timer looking;

    OnDemand(Streams streams, Limits limits, Bench bench) {
        this.streams = streams;
        this.limits = limits;
        this.looking = bench.scheduler().every(LOOK, "kinesis-on-demand", this::look);
    }

    private void look() {
        streams.all().stream().filter(stream -> stream.meta().onDemand() && stream.state().equals(Stream.ACTIVE))
                .forEach(this::scale);
    }

    private void scale(Stream stream) {
        int wanted = Math.max(wanted(stream.in().snapshot()), warm(stream));
        int most = (int) Math.min(limits.onDemandShards(stream.fullName().region()), Integer.MAX_VALUE);
        if (Math.min(wanted, most) > stream.openShards()) {
            streams.grow(stream, Math.min(wanted, most));
        }
    }

    private static int warm(Stream stream) {
        Integer asked = stream.meta().settings().warmMiBps();
        return asked == null ? 0 : asked;
    }

    private static int wanted(Meter.Snapshot in) {
        double bytes = in.tenSeconds().bytes() / (1 << 20);
        double records = in.tenSeconds().records() / 1_000;
        return (int) Math.ceil(HEADROOM * Math.max(bytes, records));
    }

    @Override
    public void close() {
        looking.cancel();
    }
}
