package org.aforo.protocol.internal.sigv4;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.aforo.protocol.internal.wire.Scope;

/**
 * A request's signature, complete and well-formed, but not yet verified.
 *
 * @param headers   names of the signed headers, in lower case
 * @param timestamp {@code yyyyMMdd'T'HHmmss'Z'}
 * @param time      the same
 * @param expires   seconds that a presigned request is good for, or -1
 */
record Signed(Scope scope, List<String> headers, String signature, String timestamp, Instant time, long expires) {

    static Signed of(Fields fields, Scope scope, Instant time, long expires) {
        return new Signed(scope, Arrays.stream(fields.headers().split(";")).map(n -> n.toLowerCase(Locale.ROOT))
                .toList(), fields.signature(), fields.timestamp(), time, expires);
    }

    boolean presigned() {
        return expires >= 0;
    }

    Instant end() {
        return time.plusSeconds(expires);
    }
}
