package org.aforo.client;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;

/**
 * What resources did before the connection was made, as far as the bench remembers: a sample a second of the last ten
 * minutes. The bench tells it by its own clock; that can be set against real time only if its clock has run evenly.
 */
final class Past {

    private static final int MOST_RESOURCES = 200;
    private static final long SECOND = 1_000;
    private static final long LONGEST = 590 * SECOND;
    /** By how much a clock may be off that was never stopped or set. */
    private static final double EVEN_SECONDS = 1;

    private final Control control;
    private final ClockState clock;
    private final long millis;

    /** @param millis real time at which the clock stood so */
    Past(Control control, ClockState clock, long millis) {
        this.control = control;
        this.clock = clock;
        this.millis = millis;
    }

    /** By measure, a value for each of {@link #times(int)} and one for the moment of connecting. */
    private float[][] rates(LiveResource resource, int seconds) throws BenchException {
        float[][] rates = new float[RateWindow.TOTALS][seconds + 1];
        control.get("/metrics/history?arn=" + Control.encode(resource.arn())).path("meters").forEach(meter -> {
            int way = List.of("in", "out").indexOf(meter.path("name").asString(""));
            for (int total = 0; way >= 0 && total < RateWindow.TOTALS / 2; total++) {
                rates(meter.path("samples"), total + 1, seconds, rates[way * RateWindow.TOTALS / 2 + total]);
            }
        });
        return rates;
    }

    /** Differences of a total, a second apart; between samples flow is taken to be even. */
    private void rates(JsonNode samples, int column, int seconds, float[] into) {
        int next = 0;
        double before = Double.NaN;
        for (int i = -1; i <= seconds; i++) {
            double at = clock.nanos() - (seconds - i) * SECOND * 1e6 * clock.scale();
            while (next < samples.size() && samples.path(next).path(0).asLong(0) <= at) {
                next++;
            }
            double total = total(samples, next, column, at);
            if (i >= 0) {
                into[i] = (float) Math.max(0, total - before);
            }
            before = total;
        }
    }

    private static double total(JsonNode samples, int next, int column, double at) {
        if (samples.isEmpty()) {
            return 0;
        }
        JsonNode a = samples.path(Math.max(0, next - 1));
        JsonNode b = samples.path(Math.min(samples.size() - 1, next));
        double span = b.path(0).asLong(0) - a.path(0).asLong(0);
        double share = span <= 0 ? 0 : (at - a.path(0).asLong(0)) / span;
        return a.path(column).asLong(0) + share * (b.path(column).asLong(0) - a.path(column).asLong(0));
    }

    private long[] times(int seconds) {
        long[] times = new long[seconds];
        for (int i = 0; i < seconds; i++) {
            times[i] = millis - (seconds - i) * SECOND;
        }
        return times;
    }

    /** Asks for what those resources did through which something flowed, and puts it before what was sampled. */
    void fill(SampledHistory history, List<LiveResource> resources) throws BenchException {
        JsonNode health = control.get("/health");
        double real = health.path("uptimeSeconds").asDouble(0);
        if (Math.abs(health.path("benchUptimeSeconds").asDouble(0) - real * clock.scale()) > EVEN_SECONDS) {
            return;
        }
        int seconds = (int) Math.min(LONGEST / SECOND, (long) real);
        Map<LiveResource, float[][]> rates = new IdentityHashMap<>();
        for (LiveResource resource : resources) {
            if (rates.size() < MOST_RESOURCES && flowed(resource.state())) {
                try {
                    rates.put(resource, rates(resource, seconds));
                } catch (BenchException e) {
                    if (e.status() != 404) { // one that has no meters of its own
                        throw e;
                    }
                }
            }
        }
        history.prepend(times(seconds), rates);
    }

    private static boolean flowed(ResourceState state) {
        for (long total : RateWindow.totals(state)) {
            if (total > 0) {
                return true;
            }
        }
        return false;
    }
}
