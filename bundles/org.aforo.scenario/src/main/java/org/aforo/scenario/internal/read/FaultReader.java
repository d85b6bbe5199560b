package org.aforo.scenario.internal.read;

import java.time.Duration;
import java.util.List;

import org.aforo.api.fault.Fault;
import org.aforo.api.fault.Fault.Effect;
import org.aforo.scenario.Scenario.TimedFault;

/** Reads the faults. */
final class FaultReader {

    private static final List<String> EFFECTS = List.of("latency", "error", "throttle", "partial", "outage",
            "duplicate", "reorder");

    private static final int MOST_PLACES = 10_000;

    List<TimedFault> read(List<Section> sections) {
        return sections.stream().map(this::fault).toList();
    }

    private TimedFault fault(Section section) {
        section.allow(Keys.FAULT);
        double share = section.number("share", 1);
        if (share <= 0 || share > 1) {
            section.problem("share", "'share' must be above 0 and at most 1");
        }
        Fault fault = new Fault("", section.text("service", "*"), section.text("operation", "*"),
                section.text("resource", "*"), effect(section), share, section.whole("seed", 1L),
                section.span("for", null));
        return new TimedFault(section.span("at", Duration.ZERO), fault);
    }

    private static Effect effect(Section section) {
        if (EFFECTS.stream().filter(section::has).count() != 1) {
            section.problem("", "a fault needs one of " + String.join(", ", EFFECTS));
            return new Effect.Throttle();
        }
        if (section.has("latency")) {
            Duration latency = section.span("latency", Duration.ZERO);
            return new Effect.Latency(latency, latency);
        }
        if (section.has("error")) {
            Section error = section.section("error").allow(Keys.ERROR);
            return new Effect.Failure(error.required("code"), error.whole("status", 500L).intValue(),
                    error.text("message", ""), error.flag("done"));
        }
        if (section.has("partial")) {
            Section error = section.section("partial").allow(Keys.PARTIAL);
            return new Effect.PartialFailure(error.required("code"), error.text("message", ""), error.flag("done"));
        }
        if (section.has("reorder")) {
            return reorder(section);
        }
        if (section.has("duplicate")) {
            return new Effect.Duplicate();
        }
        return section.has("outage") ? new Effect.Outage() : new Effect.Throttle();
    }

    private static Effect reorder(Section section) {
        long places = section.whole("reorder", 1L);
        if (places < 1 || places > MOST_PLACES) {
            section.problem("reorder", "'reorder' must be from 1 to " + MOST_PLACES + " places");
            return new Effect.Reorder(1);
        }
        return new Effect.Reorder((int) places);
    }
}
