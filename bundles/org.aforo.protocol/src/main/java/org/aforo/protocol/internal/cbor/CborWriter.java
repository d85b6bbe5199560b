package org.aforo.protocol.internal.cbor;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.aforo.protocol.internal.model.Member;
import org.aforo.protocol.internal.model.TimestampFormat;
import org.aforo.protocol.internal.tree.Bytes;
import org.aforo.protocol.internal.tree.TreeWriter;

/** Writes CBOR (RFC 8949) of definite lengths. However a model wants timestamps, here they are tagged numbers. */
public final class CborWriter implements TreeWriter {

    private static final int FALSE = 0xf4;
    private static final int TRUE = 0xf5;
    private static final int NULL = 0xf6;
    private static final int FLOAT = 0xfa;
    private static final int DOUBLE = 0xfb;
    private static final VarHandle BIG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final Bytes out;
    private final TimestampFormat timestamps;

    /**
     * @param timestamps what a tagged number counts: EPOCH_SECONDS or EPOCH_MILLIS
     */
    public CborWriter(Bytes out, TimestampFormat timestamps) {
        this.out = out;
        this.timestamps = timestamps;
    }

    private void head(int major, long argument) {
        if (argument >= 0 && argument < 24) {
            out.add(major << 5 | (int) argument);
            return;
        }
        int size = argument < 0 || argument > 0xffff_ffffL ? 3 : argument > 0xffff ? 2 : argument > 0xff ? 1 : 0;
        out.add(major << 5 | 24 + size);
        big(argument, 1 << size);
    }

    /** Eight bytes at once, of which those behind {@code size} are written over. */
    private void big(long value, int size) {
        BIG.set(out.room(Long.BYTES), out.length(), value << (Long.BYTES - size) * Byte.SIZE);
        out.advance(size);
    }

    @Override
    public void startStruct(int size) {
        head(CborInput.MAP, size);
    }

    @Override
    public void name(Member member) {
        head(CborInput.TEXT, member.wireBytes().length);
        out.add(member.wireBytes());
    }

    @Override
    public void name(String name) {
        string(name);
    }

    @Override
    public void endStruct() {
        // its size was told
    }

    @Override
    public void startList(int size) {
        head(CborInput.LIST, size);
    }

    @Override
    public void endList() {
        // its size was told
    }

    @Override
    public void string(String value) {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        head(CborInput.TEXT, text.length);
        out.add(text);
    }

    @Override
    public void whole(long value) {
        if (value < 0) {
            head(CborInput.NEGATIVE, ~value);
        } else {
            head(CborInput.UNSIGNED, value);
        }
    }

    @Override
    public void number(Number value) {
        switch (value) {
            case Float f -> {
                out.add(FLOAT);
                big(Float.floatToIntBits(f), Float.BYTES);
            }
            case BigInteger i -> integer(i);
            case BigDecimal d -> {
                head(CborInput.TAG, CborInput.DECIMAL);
                startList(2);
                whole(-(long) d.scale());
                integer(d.unscaledValue());
            }
            default -> {
                out.add(DOUBLE);
                big(Double.doubleToLongBits(value.doubleValue()), Double.BYTES);
            }
        }
    }

    private void integer(BigInteger value) {
        if (value.bitLength() < Long.SIZE) {
            whole(value.longValue());
            return;
        }
        boolean negative = value.signum() < 0;
        head(CborInput.TAG, negative ? CborInput.BIG_NEGATIVE : CborInput.BIG_POSITIVE);
        byte[] bytes = (negative ? value.not() : value).toByteArray();
        int zeros = bytes[0] == 0 ? 1 : 0;
        blob(ByteBuffer.wrap(bytes, zeros, bytes.length - zeros));
    }

    @Override
    public void bool(boolean value) {
        out.add(value ? TRUE : FALSE);
    }

    @Override
    public void nothing() {
        out.add(NULL);
    }

    @Override
    public void blob(ByteBuffer value) {
        head(CborInput.BYTES, value.remaining());
        out.add(value);
    }

    @Override
    public void timestamp(Instant value, TimestampFormat format) {
        head(CborInput.TAG, CborInput.EPOCH);
        long millis = value.toEpochMilli();
        if (timestamps == TimestampFormat.EPOCH_MILLIS) {
            whole(millis);
        } else if (millis % 1000 == 0) {
            whole(millis / 1000);
        } else {
            number(millis / 1000.0);
        }
    }
}
