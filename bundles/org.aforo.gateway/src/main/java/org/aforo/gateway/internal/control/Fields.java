package org.aforo.gateway.internal.control;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The members of a JSON object, taken by type; each mistake is told by the member's name. */
record Fields(Map<String, Object> members) {

    /** @throws ControlException when there are members beyond these */
    Fields only(String... names) {
        Set<String> extra = new TreeSet<>(members.keySet());
        extra.removeAll(Set.of(names));
        if (!extra.isEmpty()) {
            throw ControlException.bad("Unknown: " + String.join(", ", extra) + ". There is: "
                    + String.join(", ", names) + '.');
        }
        return this;
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    boolean isNull(String name) {
        return members.get(name) == null;
    }

    String text(String name, String otherwise) {
        return switch (members.get(name)) {
            case null -> otherwise;
            case String text -> text;
            default -> throw wrong(name, "a string");
        };
    }

    String text(String name) {
        return required(name, text(name, null));
    }

    Double number(String name, Double otherwise) {
        return switch (members.get(name)) {
            case null -> otherwise;
            case Number number -> number.doubleValue();
            default -> throw wrong(name, "a number");
        };
    }

    double number(String name) {
        return required(name, number(name, null));
    }

    long integer(String name, long otherwise) {
        return switch (members.get(name)) {
            case null -> otherwise;
            case Long number -> number;
            default -> throw wrong(name, "a whole number");
        };
    }

    Boolean flag(String name) {
        return switch (members.get(name)) {
            case null -> null;
            case Boolean flag -> flag;
            default -> throw wrong(name, "true or false");
        };
    }

    /** A span given in seconds; null when absent. */
    Duration seconds(String name) {
        Double seconds = number(name, null);
        if (seconds == null) {
            return null;
        }
        if (!(seconds >= 0 && seconds <= 1e10)) {
            throw wrong(name, "seconds, none below 0");
        }
        return Duration.ofNanos(Math.round(seconds % 1 * 1e9)).plusSeconds(seconds.longValue());
    }

    Instant moment(String name) {
        try {
            return Instant.parse(text(name));
        } catch (DateTimeParseException e) {
            throw wrong(name, "a moment such as 2026-01-31T12:00:00Z");
        }
    }

    @SuppressWarnings("unchecked")
    Fields object(String name) {
        return switch (members.get(name)) {
            case Map<?, ?> map -> new Fields((Map<String, Object>) map);
            case null -> throw wrong(name, "there, an object");
            default -> throw wrong(name, "an object");
        };
    }

    private static <T> T required(String name, T value) {
        if (value == null) {
            throw ControlException.bad(name + " is missing.");
        }
        return value;
    }

    static ControlException wrong(String name, String what) {
        return ControlException.bad(name + " must be " + what + '.');
    }
}
