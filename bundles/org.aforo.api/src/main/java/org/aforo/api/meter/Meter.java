package org.aforo.api.meter;

import java.util.List;
import java.util.Objects;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Counts what flows one way through one place. Adding is wait-free and made for hot paths; reading may be
 * a moment behind. Closed by whoever opened it; adding to a closed meter has no effect.
 */
@ProviderType
public interface Meter extends AutoCloseable {

    /** As opened. */
    String owner();

    /** As opened. */
    String name();

    /** Counts records and their bytes. */
    void add(long records, long bytes);

    /** Counts failures other than throttles. */
    void error(long count);

    /** Counts what was refused for a limit's sake. */
    void throttle(long count);

    /** Notes how long something took, in real nanoseconds. */
    void latency(long nanos);

    /** The figures now. */
    Snapshot snapshot();

    /**
     * The figures now, of the rates the one over a second only, others may be zero: cheaper, for those who look often.
     */
    default Snapshot glance() {
        return snapshot();
    }

    /**
     * A number that is another one once something was counted or noted since; cheap, for those who look often. The
     * same number says that nothing was.
     */
    default long stamp() {
        Snapshot now = snapshot();
        return Objects.hash(now.records(), now.bytes(), now.errors(), now.throttles(),
                now.latency().count());
    }

    /** What was sampled, oldest first; empty while nothing has flowed. */
    List<Sample> history();

    @Override
    void close();

    /** Totals since the meter was opened, rates in units per bench second, latencies in real nanoseconds. */
    record Snapshot(long records, long bytes, long errors, long throttles, Rate oneSecond, Rate tenSeconds,
            Rate minute, Latency latency) {
    }

    /** Per bench second, over a window. */
    record Rate(double records, double bytes, double errors, double throttles) {
    }

    /** Of all that was noted since the meter was opened; zeros when nothing was. */
    record Latency(long count, long p50, long p90, long p99, long max) {
    }

    /** Totals at a moment of bench time, in nanoseconds by {@link org.aforo.api.time.BenchClock#nanos()}. */
    record Sample(long nanos, long records, long bytes, long errors, long throttles) {
    }
}
