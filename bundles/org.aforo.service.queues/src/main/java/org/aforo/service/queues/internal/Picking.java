package org.aforo.service.queues.internal;

import java.util.ArrayList;
import java.util.List;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.fault.Fault.Effect;
import org.aforo.api.fault.Fault.Effect.Duplicate;
import org.aforo.api.fault.Fault.Effect.Reorder;
import org.aforo.api.fault.Faults;
import org.aforo.api.fault.Faults.Hit;

/** Takes messages out of a backlog for receives. Guarded by the queue's lock. */
final class Picking {

    /** Dead letters that one receive moves at most before it looks again. */
    private static final int DEAD = 100;

    private final QueueCore core;
    private final DeadLetters deadLetters;

    Picking(QueueCore core, DeadLetters deadLetters) {
        this.core = core;
        this.deadLetters = deadLetters;
    }

    /**
     * Takes messages for a receive that just came.
     *
     * @param patient whether it would wait
     * @throws AwsError {@code OverLimit} when too many are in flight and it would not wait
     */
    Take receive(ReceiveSpec spec, long now, boolean patient) throws AwsError {
        List<Picked> again = core.settings().fifo() ? core.attempts.repeat(spec.attemptId(), now) : null;
        if (again != null) {
            return new Take(again.stream().map(picked -> hideAnew(picked, until(spec, now))).toList(), List.of(), null);
        }
        if (!patient && !core.settings().fifo() && room() == 0) {
            throw Errors.overLimit();
        }
        return pick(spec, now);
    }

    /** Takes as many messages as there are and may be. */
    Take pick(ReceiveSpec spec, long now) {
        RedrivePolicy policy = core.settings().redrive();
        Queue to = policy == null ? null : deadLetters.of(policy);
        List<Picked> live = new ArrayList<>(spec.max());
        List<Picked> dead = new ArrayList<>(0);
        long until = until(spec, now);
        Message last = null;
        while (live.size() < spec.max() && dead.size() < DEAD && room() > 0) {
            last = core.backlog.take(last, skip(), until);
            if (last == null) {
                break;
            }
            if (to != null && last.receives() >= policy.maxReceiveCount()) {
                dead.add(Picked.of(last));
            } else {
                last.received(now);
                live.add(Picked.of(last));
            }
        }
        live.forEach(this::giveAgain);
        if (live.isEmpty() && dead.isEmpty()) {
            return Take.NOTHING;
        }
        core.attempts.note(spec.attemptId(), live, now);
        return new Take(live, dead, to);
    }

    /** How many messages to pass over for once, because a fault says so. */
    private int skip() {
        Hit<Reorder> hit = struck(Reorder.class);
        return hit == null ? 0 : 1 + (int) (hit.lot() * hit.effect().places());
    }

    /** Lets a message be received once more, also if it is deleted before, because a fault says so. */
    private void giveAgain(Picked picked) {
        if (struck(Duplicate.class) != null) {
            Message message = picked.message();
            message.receipt.twice = true;
            core.backlog.putBack(message);
        }
    }

    /** FIFO queues give each message once, and in order. */
    private <E extends Effect> Hit<E> struck(Class<E> effect) {
        Faults faults = core.bench.faults();
        return core.settings().fifo() || !faults.any() ? null
                : faults.strike(effect, "sqs", "ReceiveMessage", core.name().name());
    }

    private Picked hideAnew(Picked picked, long until) {
        core.backlog.hide(picked.message(), until);
        return Picked.of(picked.message());
    }

    private long until(ReceiveSpec spec, long now) {
        int seconds = spec.visibilitySeconds() == null ? core.settings().visibilitySeconds() : spec.visibilitySeconds();
        return now + seconds * QueueCore.MILLIS;
    }

    private long room() {
        long limit = (core.settings().fifo() ? core.limits.fifoInFlight : core.limits.inFlight).getAsLong();
        return Math.max(0, limit - core.backlog.inFlight());
    }
}
