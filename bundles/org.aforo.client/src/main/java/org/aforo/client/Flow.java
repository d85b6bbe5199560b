package org.aforo.client;

/**
 * What went one way through a resource.
 *
 * @param records   since the bench started; so are {@code bytes}, {@code errors} and {@code throttles}
 * @param second    per bench second, over the last one; {@code tenSeconds} and {@code minute} alike
 * @param latency   of all there was
 */
public record Flow(long records, long bytes, long errors, long throttles, Rates second, Rates tenSeconds,
        Rates minute, Latency latency) {

    /** In real milliseconds; zeros when nothing was measured. */
    public record Latency(long count, double p50, double p90, double p99, double max) {
    }
}
