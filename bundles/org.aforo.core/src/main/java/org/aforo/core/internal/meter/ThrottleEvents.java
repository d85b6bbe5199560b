package org.aforo.core.internal.meter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.aforo.api.Events;
import org.aforo.core.internal.meter.ThrottleSpell.Turn;

/**
 * Tells where a limit is hit: once when that begins and once when it is over, however often in between. Where much
 * begins at once, as at all shards of a large stream, a few are told and how many more there are.
 */
final class ThrottleEvents {

    private static final int TOLD = 20;

    private final Events events;
    private final List<FlowMeter> began = new ArrayList<>();
    private final List<FlowMeter> ended = new ArrayList<>();

    ThrottleEvents(Events events) {
        this.events = events;
    }

    void note(FlowMeter meter, Turn turn) {
        if (turn != Turn.NONE) {
            (turn == Turn.BEGAN ? began : ended).add(meter);
        }
    }

    /** Tells of what was noted since; for the sampler. */
    void tell() {
        tell("throttled", began);
        tell("throttle-ended", ended);
    }

    private void tell(String type, List<FlowMeter> meters) {
        meters.stream().limit(TOLD)
                .forEach(meter -> events.publish(type, meter.owner(), text(meter, meters == began)));
        if (meters.size() > TOLD) {
            events.publish(type, "", String.format(Locale.ROOT, "%,d more", meters.size() - TOLD));
        }
        meters.clear();
    }

    private static String text(FlowMeter meter, boolean begins) {
        ThrottleSpell spell = meter.throttled();
        return begins ? "%s: over a limit, %d refused so far".formatted(meter.name(), spell.refused())
                : "%s: %d refused within %d s".formatted(meter.name(), spell.refused(),
                        Math.max(1, spell.lasted().toSeconds()));
    }
}
