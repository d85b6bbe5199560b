package org.aforo.protocol.internal.model;

import java.util.List;

/**
 * An operation of a model.
 *
 * @param name             its name
 * @param method           HTTP method
 * @param uri              path pattern, with literal query parameters
 * @param status           of a success
 * @param input            structure, or null
 * @param output           structure, or null
 * @param resultWrapper    element around the output in query answers, or null
 * @param checksumRequired whether a checksum of the body must be sent (S3)
 * @param errors           those it declares
 */
public record Operation(String name, String method, String uri, int status, Shape input, Shape output,
        String resultWrapper, boolean checksumRequired, List<Shape> errors) {

    /** Whether the body is handed on unread. */
    public boolean streamsInput() {
        return isStream(input);
    }

    private static boolean isStream(Shape shape) {
        Member payload = shape == null ? null : shape.payload();
        return payload != null && payload.shape().traits().streaming();
    }
}
