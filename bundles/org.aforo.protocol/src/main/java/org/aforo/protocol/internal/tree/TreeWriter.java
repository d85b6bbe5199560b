package org.aforo.protocol.internal.tree;

import java.nio.ByteBuffer;
import java.time.Instant;

import org.aforo.protocol.internal.model.Member;
import org.aforo.protocol.internal.model.TimestampFormat;

/** Writes a document of named values: JSON or CBOR. Sizes are those of what follows. */
public interface TreeWriter {

    void startStruct(int size);

    void name(Member member);

    void name(String name);

    void endStruct();

    void startList(int size);

    void endList();

    void string(String value);

    void whole(long value);

    /** A Float, Double, BigInteger or BigDecimal. */
    void number(Number value);

    void bool(boolean value);

    void nothing();

    void blob(ByteBuffer value);

    void timestamp(Instant value, TimestampFormat format);
}
