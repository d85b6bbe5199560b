package org.aforo.ui.internal.forms;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;

/** What the bench says of an input, before it is sent. */
public record Verdict(boolean valid, String code, String message, List<Violation> violations) {

    /** Of an input with nothing against it. */
    public static final Verdict VALID = new Verdict(true, "", "", List.of());

    /**
     * One thing against it.
     *
     * @param member path as AWS writes it: {@code records.1.member.data}
     */
    public record Violation(String member, String message) {
    }

    public Verdict {
        violations = List.copyOf(violations);
    }

    /** Reads the answer of {@code …/validate}. */
    public static Verdict of(JsonNode answer) {
        if (answer.path("valid").asBoolean(false)) {
            return VALID;
        }
        List<Violation> violations = new ArrayList<>();
        answer.path("violations").forEach(violation -> violations.add(new Violation(
                violation.path("member").asString(""), violation.path("message").asString(""))));
        return new Verdict(false, answer.path("code").asString(""), answer.path("message").asString(""), violations);
    }

    /** The message, or the code where AWS gives no words. */
    public String words() {
        return message.isEmpty() ? code : message;
    }
}
