package org.aforo.protocol.internal.tree;

import java.nio.ByteBuffer;
import java.time.Instant;

import org.aforo.api.endpoint.AwsError;
import org.aforo.protocol.internal.model.Member;
import org.aforo.protocol.internal.model.Shape;

/**
 * A document of named values, read from front to back: JSON or CBOR. Every value that {@link #next()} announces
 * has to be taken by exactly one of the other methods. All of them throw SerializationException when the bytes
 * aren't what the format says.
 */
public interface PullReader {

    /** How deep values may be nested. */
    int MAX_DEPTH = 200;

    /** What begins. */
    enum Token {
        STRUCT, LIST, STRING, INTEGER, DECIMAL, TRUE, FALSE, NULL, BYTES, TIMESTAMP
    }

    /** Goes to the next value. */
    Token next();

    /** Within a structure: goes to the next name, or past the end. */
    boolean nextName();

    /** The member of {@code shape} that the name names, or null. {@code guess} is the one that likely comes. */
    Member member(Shape shape, int guess);

    /** The name. */
    String name();

    /** Within a list: whether there is another item, which {@link #next()} then goes to; else goes past the end. */
    boolean nextItem();

    /** The string. */
    String string();

    /** A Long, BigInteger, BigDecimal, Float or Double. */
    Number number();

    /** The bytes, read-only: of BYTES, or of a STRING in Base64. */
    ByteBuffer blob();

    /** The moment. */
    Instant timestamp();

    /** Passes over the value that has just begun. */
    void skip(Token token);

    /** Makes sure that nothing follows. */
    void end();

    /** What the client is told when the bytes don't follow the format; AWS says no more. */
    static AwsError malformed() {
        return AwsError.client("SerializationException", null);
    }
}
