package org.aforo.protocol.internal.model;

/** How a timestamp is written. */
public enum TimestampFormat {
    /** {@code 1985-04-12T23:20:50.52Z}. */
    ISO_8601,
    /** {@code Tue, 29 Apr 2014 18:30:38 GMT}. */
    HTTP_DATE,
    /** Seconds since the epoch, with a fraction. */
    EPOCH_SECONDS,
    /** Milliseconds since the epoch, whole: Kinesis CBOR alone. */
    EPOCH_MILLIS;

    /** By its name in a C2J or a Smithy model; null for null. */
    public static TimestampFormat of(String name) {
        return switch (name) {
            case null -> null;
            case "iso8601", "date-time" -> ISO_8601;
            case "rfc822", "http-date" -> HTTP_DATE;
            case "unixTimestamp", "epoch-seconds" -> EPOCH_SECONDS;
            default -> throw new IllegalArgumentException("Unknown timestamp format " + name);
        };
    }
}
