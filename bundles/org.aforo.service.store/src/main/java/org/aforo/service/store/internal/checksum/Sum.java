package org.aforo.service.store.internal.checksum;

/**
 * An object's checksum as it is kept.
 *
 * @param algorithm which
 * @param value     in Base64; of parts with {@code -N} at its end
 * @param ofParts   whether it is computed over the parts' checksums
 */
public record Sum(Algorithm algorithm, String value, boolean ofParts) {

    /** In AWS's word. */
    public String type() {
        return ofParts ? "COMPOSITE" : "FULL_OBJECT";
    }

    /** Its value if it is of that algorithm, else null. */
    public String value(Algorithm wanted) {
        return algorithm == wanted ? value : null;
    }
}
