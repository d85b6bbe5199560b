package org.aforo.protocol.internal.rest;

import java.io.IOException;

import org.aforo.api.endpoint.AwsError;
import org.aforo.protocol.internal.model.Kind;
import org.aforo.protocol.internal.model.Member;
import org.aforo.protocol.internal.model.Operation;
import org.aforo.protocol.internal.model.Shape;
import org.aforo.protocol.internal.wire.Incoming;

/** Refuses bodies of another type than the operation takes, and clients that don't take what it gives. */
final class MediaTypes {

    /** What AWS's SDK for Java 1.x sends with every request, whatever it is. */
    private static final String OLD_CLIENTS = "application/x-amz-json-1.1";

    private MediaTypes() {
    }

    static void check(Incoming in, Operation operation) throws IOException {
        if (!isTaken(in, operation.input())) {
            throw new AwsError("UnsupportedMediaTypeException", 415, null);
        }
        String accept = in.header("accept");
        String given = operation.output() == null ? null : expected(operation.output());
        if (accept != null && given != null && !accepts(accept, given)) {
            throw new AwsError("NotAcceptableException", 406, null);
        }
    }

    private static boolean isTaken(Incoming in, Shape input) throws IOException {
        String sent = in.mediaType();
        String wanted = input == null ? null : expected(input);
        return wanted == null || sent.equals(wanted) || sent.equals(OLD_CLIENTS)
                || sent.isEmpty() && !in.sent().hasRemaining();
    }

    /** The type of the body; null where any will do. */
    private static String expected(Shape shape) {
        Member payload = shape.payload();
        if (payload == null) {
            return Rest.hasBody(shape) ? "application/json" : null;
        }
        String type = payload.shape().traits().mediaType();
        if (type != null) {
            return type;
        }
        Kind kind = payload.shape().kind();
        return kind == Kind.BLOB ? null : kind == Kind.STRING ? "text/plain" : "application/json";
    }

    private static boolean accepts(String accept, String given) {
        for (String part : accept.split(",")) {
            int semicolon = part.indexOf(';');
            String type = (semicolon < 0 ? part : part.substring(0, semicolon)).trim();
            boolean any = type.equals("*/*")
                    || type.endsWith("/*") && given.startsWith(type.substring(0, type.length() - 1));
            if (any || type.equalsIgnoreCase(given)) {
                return true;
            }
        }
        return false;
    }
}
