package org.aforo.protocol.internal.model;

/** What a shape is. In a value tree: {@code Struct}, {@code List}, {@code Map}, or the boxed type named beside it. */
public enum Kind {
    STRUCTURE, LIST, MAP,
    /** String, enumerations too. */
    STRING,
    /** Boolean. */
    BOOLEAN,
    /** Integer, within -128 and 127. */
    BYTE,
    /** Integer, within a short's range. */
    SHORT,
    /** Integer. */
    INTEGER,
    /** Long. */
    LONG,
    /** Float. */
    FLOAT,
    /** Double. */
    DOUBLE,
    /** BigInteger. */
    BIG_INTEGER,
    /** BigDecimal. */
    BIG_DECIMAL,
    /** Instant. */
    TIMESTAMP,
    /** ByteBuffer, read-only; or Payload when the body is streamed. */
    BLOB,
    /** Null, Boolean, Number, String, List or Map with string keys. */
    DOCUMENT;

    /** Whether values of this kind are whole numbers. */
    public boolean isInteger() {
        return switch (this) {
            case BYTE, SHORT, INTEGER, LONG, BIG_INTEGER -> true;
            default -> false;
        };
    }

    /** Whether values of this kind are numbers. */
    public boolean isNumber() {
        return isInteger() || this == FLOAT || this == DOUBLE || this == BIG_DECIMAL;
    }

    /** Its name in AWS's error texts. */
    public String title() {
        return switch (this) {
            case BOOLEAN -> "Boolean";
            case BYTE -> "Byte";
            case SHORT -> "Short";
            case INTEGER -> "Integer";
            case LONG -> "Long";
            case FLOAT -> "Float";
            case DOUBLE -> "Double";
            case BIG_INTEGER -> "BigInteger";
            case BIG_DECIMAL -> "BigDecimal";
            case TIMESTAMP -> "Timestamp";
            case BLOB -> "Blob";
            default -> "String";
        };
    }
}
