package org.aforo.core.internal.fault;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.aforo.api.fault.Fault;

/** An active fault. Its choices depend on its seed and on how often it was asked, on nothing else. */
final class ArmedFault {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final long FLIP = 0xD1B54A32D192ED03L;

    private final Fault fault;
    private final NamePattern service;
    private final NamePattern operation;
    private final NamePattern resource;
    private final AtomicLong asked = new AtomicLong();

    ArmedFault(Fault fault) {
        this.fault = fault;
        this.service = new NamePattern(fault.service());
        this.operation = new NamePattern(fault.operation());
        this.resource = new NamePattern(fault.resource());
    }

    Fault fault() {
        return fault;
    }

    boolean about(String calledService, String calledOperation, String calledResource) {
        return service.matches(calledService) && operation.matches(calledOperation)
                && resource.matchesResource(calledResource);
    }

    boolean aboutAny(String calledService, String calledOperation, String... resources) {
        for (String each : resources) {
            if (about(calledService, calledOperation, each)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the next call is hit: a number from 0 to below 1 that says so and serves for more, or -1. */
    double strike() {
        long turn = asked.getAndIncrement();
        if (fraction(fault.seed() + turn * GOLDEN) >= fault.rate()) {
            return -1;
        }
        return fraction((fault.seed() ^ FLIP) + turn * GOLDEN);
    }

    static Duration between(Fault.Effect.Latency latency, double share) {
        long span = latency.max().minus(latency.min()).toNanos();
        return latency.min().plusNanos((long) (span * share));
    }

    /** Spreads the bits (the finaliser of SplitMix64), then takes 53 of them. */
    private static double fraction(long seed) {
        long bits = seed + GOLDEN;
        bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
        bits ^= bits >>> 31;
        return (bits >>> 11) * 0x1.0p-53;
    }
}
