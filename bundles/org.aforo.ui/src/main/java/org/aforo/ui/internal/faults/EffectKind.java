package org.aforo.ui.internal.faults;

import java.util.Arrays;
import java.util.Optional;

/** What a fault does to the calls it hits, as the control API names it. */
enum EffectKind {

    THROTTLE("throttle", Messages.effect_throttle, Messages.help_throttle), LATENCY("latency", Messages.effect_latency,
            Messages.help_latency), FAILURE("failure", Messages.effect_failure, Messages.help_failure), PARTIAL_FAILURE(
                    "partialFailure", Messages.effect_partialFailure,
                    Messages.help_partialFailure), OUTAGE("outage", Messages.effect_outage,
                            Messages.help_outage), DUPLICATE(
                                    "duplicate", Messages.effect_duplicate, Messages.help_duplicate), REORDER("reorder",
                                            Messages.effect_reorder, Messages.help_reorder);

    private final String type;
    private final String label;
    private final String help;

    EffectKind(String type, String label, String help) {
        this.type = type;
        this.label = label;
        this.help = help;
    }

    String type() {
        return type;
    }

    String label() {
        return label;
    }

    String help() {
        return help;
    }

    boolean hasCode() {
        return this == FAILURE || this == PARTIAL_FAILURE;
    }

    static Optional<EffectKind> named(String type) {
        return Arrays.stream(values()).filter(kind -> kind.type.equals(type)).findFirst();
    }
}
