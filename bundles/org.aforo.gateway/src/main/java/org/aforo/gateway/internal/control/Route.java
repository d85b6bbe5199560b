package org.aforo.gateway.internal.control;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One thing the control API answers.
 *
 * @param method   HTTP method
 * @param template path below {@code /_aforo}, with {@code {names}} for what varies, as in the OpenAPI file
 * @param handler  answers
 */
record Route(String method, String template, Handler handler) {

    /** Answers one request, on a virtual thread. */
    @FunctionalInterface
    interface Handler {
        Answer handle(ControlRequest request) throws IOException, InterruptedException;
    }

    /** What stands in {@code path} for the names, if the path is of this form. */
    Optional<Map<String, String>> match(String path) {
        String[] wanted = template.split("/", -1);
        String[] given = path.split("/", -1);
        if (wanted.length != given.length) {
            return Optional.empty();
        }
        Map<String, String> found = new LinkedHashMap<>();
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i].startsWith("{") && !given[i].isEmpty()) {
                // a plus is a plus in a path
                found.put(wanted[i].substring(1, wanted[i].length() - 1),
                        ControlRequest.decode(given[i].replace("+", "%2B")));
            } else if (!wanted[i].equals(given[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(found);
    }
}
