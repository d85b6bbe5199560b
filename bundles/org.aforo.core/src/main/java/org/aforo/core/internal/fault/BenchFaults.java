package org.aforo.core.internal.fault;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

import org.aforo.api.Events;
import org.aforo.api.endpoint.AwsError;
import org.aforo.api.fault.Fault;
import org.aforo.api.fault.Fault.Effect;
import org.aforo.api.fault.Faults;
import org.aforo.api.time.Scheduler;

/** The failures injected now; asked in the order they were injected, the first that fails a call decides. */
public final class BenchFaults implements Faults {

    private final Scheduler scheduler;
    private final Events events;
    private final List<ArmedFault> armed = new CopyOnWriteArrayList<>();
    private final AtomicLong ids = new AtomicLong();

    public BenchFaults(Scheduler scheduler, Events events) {
        this.scheduler = scheduler;
        this.events = events;
    }

    @Override
    public void gate(String service, String operation, String resource, AwsError throttled)
            throws AwsError, InterruptedException {
        for (ArmedFault each : armed) {
            if (!(each.fault().effect() instanceof Effect.PartialFailure) && each.about(service, operation, resource)) {
                double share = each.strike();
                if (share >= 0) {
                    strike(each.fault().effect(), share, service, throttled);
                }
            }
        }
    }

    @Override
    public AwsError entry(String service, String operation, String resource) {
        for (ArmedFault each : armed) {
            if (each.fault().effect() instanceof Effect.PartialFailure failure
                    && each.about(service, operation, resource) && each.strike() >= 0) {
                return AwsError.client(failure.code(), failure.message());
            }
        }
        return null;
    }

    @Override
    public boolean any() {
        return !armed.isEmpty();
    }

    @Override
    public Fault inject(Fault wanted) {
        check(wanted);
        Fault fault = new Fault("fault-" + ids.incrementAndGet(), wanted.service(), wanted.operation(),
                wanted.resource(), wanted.effect(), wanted.rate(), wanted.seed(), wanted.lasts());
        armed.add(new ArmedFault(fault));
        events.publish("fault-injected", fault.resource(), describe(fault));
        if (fault.lasts() != null) {
            scheduler.after(fault.lasts(), "expire " + fault.id(), () -> drop(fault.id(), "fault-expired"));
        }
        return fault;
    }

    @Override
    public List<Fault> active() {
        return armed.stream().map(ArmedFault::fault).toList();
    }

    @Override
    public boolean remove(String id) {
        return drop(id, "fault-removed");
    }

    @Override
    public void clear() {
        active().forEach(fault -> remove(fault.id()));
    }

    private boolean drop(String id, String event) {
        for (ArmedFault each : armed) {
            if (each.fault().id().equals(id) && armed.remove(each)) {
                events.publish(event, each.fault().resource(), describe(each.fault()));
                return true;
            }
        }
        return false;
    }

    private void strike(Effect effect, double share, String service, AwsError throttled) throws InterruptedException {
        switch (effect) {
            case Effect.Latency latency -> scheduler.sleep(ArmedFault.between(latency, share));
            case Effect.Failure failure -> throw new AwsError(failure.code(), failure.status(), failure.message());
            case Effect.Throttle throttle -> throw throttled;
            case Effect.Outage outage ->
                throw new AwsError("ServiceUnavailable", 503, "Service " + service + " is unavailable");
            case Effect.PartialFailure partial -> {}
        }
    }

    private static void check(Fault fault) {
        if (!(fault.rate() > 0 && fault.rate() <= 1)) {
            throw new IllegalArgumentException("A fault's rate is above 0 and at most 1, not " + fault.rate());
        }
        if (fault.service() == null || fault.operation() == null || fault.resource() == null) {
            throw new IllegalArgumentException("A fault names a service, an operation and a resource, or * for any");
        }
        if (fault.effect() == null) {
            throw new IllegalArgumentException("A fault has an effect");
        }
        if (fault.lasts() != null && !fault.lasts().isPositive()) {
            throw new IllegalArgumentException("A fault lasts longer than nothing");
        }
        if (fault.effect() instanceof Effect.Latency latency
                && (latency.min().isNegative() || latency.max().compareTo(latency.min()) < 0)) {
            throw new IllegalArgumentException("A latency is from 0 up, its max not below its min");
        }
    }

    private static String describe(Fault fault) {
        return fault.id() + ": " + fault.effect().getClass().getSimpleName().toLowerCase(Locale.ROOT) + " for "
                + Math.round(fault.rate() * 100) + " % of " + fault.service() + ' ' + fault.operation() + " on "
                + fault.resource();
    }
}
