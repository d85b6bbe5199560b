package org.aforo.core.internal.fault;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

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
            if (holdsUp(each.fault().effect()) && each.about(service, operation, resource)) {
                pass(each, service, throttled);
            }
        }
    }

    @Override
    public void gatePart(String service, String operation, String resource, String asked, AwsError throttled)
            throws AwsError, InterruptedException {
        for (ArmedFault each : armed) {
            if (holdsUp(each.fault().effect()) && each.about(service, operation, resource)
                    && !each.about(service, operation, asked)) {
                pass(each, service, throttled);
            }
        }
    }

    /** Whether an effect is brought about before a call is done. */
    private static boolean holdsUp(Effect effect) {
        return switch (effect) {
            case Effect.Latency latency -> true;
            case Effect.Throttle throttle -> true;
            case Effect.Outage outage -> true;
            case Effect.Failure failure -> !failure.done();
            case Effect.PartialFailure partial -> false;
            case Effect.Duplicate duplicate -> false;
            case Effect.Reorder reorder -> false;
        };
    }

    private void pass(ArmedFault fault, String service, AwsError throttled) throws AwsError, InterruptedException {
        double lot = fault.strike();
        if (lot >= 0) {
            strike(fault.fault().effect(), lot, service, throttled);
        }
    }

    @Override
    public void answer(String service, String operation, String resource) throws AwsError {
        Hit<Effect.Failure> lost = strike(Effect.Failure.class, Effect.Failure::done, service, operation, resource);
        if (lost != null) {
            throw new AwsError(lost.effect().code(), lost.effect().status(), lost.effect().message());
        }
    }

    @Override
    public AwsError entry(String service, String operation, String... resources) {
        return entry(false, service, operation, resources);
    }

    @Override
    public AwsError entryAnswer(String service, String operation, String... resources) {
        return entry(true, service, operation, resources);
    }

    private AwsError entry(boolean done, String service, String operation, String... resources) {
        Hit<Effect.PartialFailure> hit = strike(Effect.PartialFailure.class, failure -> failure.done() == done,
                service, operation, resources);
        return hit == null ? null : AwsError.client(hit.effect().code(), hit.effect().message());
    }

    @Override
    public <E extends Effect> Hit<E> strike(Class<E> effect, String service, String operation, String... resources) {
        return strike(effect, any -> true, service, operation, resources);
    }

    private <E extends Effect> Hit<E> strike(Class<E> kind, Predicate<E> of, String service, String operation,
            String... resources) {
        for (ArmedFault each : armed) {
            if (kind.isInstance(each.fault().effect()) && of.test(kind.cast(each.fault().effect()))
                    && each.aboutAny(service, operation, resources)) {
                double lot = each.strike();
                if (lot >= 0) {
                    return new Hit<>(kind.cast(each.fault().effect()), lot);
                }
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

    private void strike(Effect effect, double lot, String service, AwsError throttled) throws InterruptedException {
        switch (effect) {
            case Effect.Latency latency -> scheduler.sleep(ArmedFault.between(latency, lot));
            case Effect.Failure failure -> throw new AwsError(failure.code(), failure.status(), failure.message());
            case Effect.Outage outage ->
                throw new AwsError("ServiceUnavailable", 503, "Service " + service + " is unavailable");
            default -> throw throttled;
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
        if (fault.effect() instanceof Effect.Reorder reorder && reorder.places() < 1) {
            throw new IllegalArgumentException("What is reordered falls back by one place or more");
        }
    }

    private static String describe(Fault fault) {
        return fault.id() + ": " + fault.effect().getClass().getSimpleName().toLowerCase(Locale.ROOT) + " for "
                + Math.round(fault.rate() * 100) + " % of " + fault.service() + ' ' + fault.operation() + " on "
                + fault.resource();
    }
}
