package org.aforo.scenario.internal.read;

import java.time.Duration;
import java.util.List;

import org.aforo.api.fault.Fault;
import org.aforo.api.fault.Fault.Effect;
import org.aforo.scenario.Scenario.TimedFault;

/** Reads the faults. */
final class FaultReader {

    private static final List<String> EFFECTS = List.of("latency", "error", "throttle", "partial", "outage");

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
                section.text("resource", "*"), effect(section), share, 1, section.span("for", null));
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
                    error.text("message", ""));
        }
        if (section.has("partial")) {
            Section error = section.section("partial").allow(Keys.ERROR);
            return new Effect.PartialFailure(error.required("code"), error.text("message", ""));
        }
        return section.has("outage") ? new Effect.Outage() : new Effect.Throttle();
    }
}
