package org.aforo.ui.internal.console;

import org.aforo.client.BenchException;
import org.aforo.client.Control;
import org.eclipse.osgi.util.NLS;
import tools.jackson.databind.JsonNode;

/**
 * What came of a call.
 *
 * @param title  what happened and how long it took, for people
 * @param good   whether it did what was asked
 * @param text   pretty JSON, or AWS's words
 * @param json   what was answered, or an error's code and words
 * @param millis from asking to the answer, with what the network took
 */
record Answer(String title, boolean good, String text, JsonNode json, double millis) {

    /** Most characters that are shown. */
    static final int SHOWN = 1 << 20;

    static Answer of(JsonNode json, double millis) {
        return new Answer(NLS.bind(Messages.succeeded, "200 OK", told(millis)), true, pretty(json), json, millis);
    }

    static Answer of(BenchException refused, double millis) {
        if (refused.status() == 0) {
            return new Answer(NLS.bind(Messages.unreachable, told(millis)), false, refused.getMessage(),
                    Control.object().put("message", refused.getMessage()), millis);
        }
        JsonNode json = Control.object().put("code", refused.code()).put("message", refused.getMessage());
        return new Answer(NLS.bind(Messages.refused, new Object[] {refused.status(), refused.code(), told(millis)}),
                false, refused.getMessage(), json, millis);
    }

    static Answer canceled(double millis) {
        String text = NLS.bind(Messages.canceled, told(millis));
        return new Answer(text, false, text, Control.object(), millis);
    }

    /** What fits on the screen. */
    String shown() {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN);
    }

    boolean cut() {
        return text.length() > SHOWN;
    }

    private static String told(double millis) {
        return String.format(millis < 10 ? "%.2f" : "%.0f", millis);
    }

    static String pretty(JsonNode json) {
        return Control.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json);
    }
}
