package org.aforo.protocol.internal.sigv4;

import java.time.Instant;

/**
 * The real time, by which clients sign. This is the one place of the protocols that doesn't go by the bench clock:
 * a bench whose time is scaled or stepped would refuse every signature of an unmodified client as skewed.
 */
final class SignatureClock {

    private SignatureClock() {
    }

    static Instant now() {
        return Instant.now();
    }
}
