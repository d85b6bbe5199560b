package org.aforo.protocol.internal.json;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.aforo.protocol.internal.model.Member;
import org.aforo.protocol.internal.model.TimestampFormat;
import org.aforo.protocol.internal.tree.Bytes;
import org.aforo.protocol.internal.tree.Numbers;
import org.aforo.protocol.internal.tree.Timestamps;
import org.aforo.protocol.internal.tree.TreeWriter;

/**
 * Writes JSON. A comma goes after every value and the end of a structure takes the last one back, so that nothing
 * has to be remembered.
 */
public final class JsonWriter implements TreeWriter {

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.ISO_8859_1);

    private final Bytes out;
    private final Base64Writer base64 = new Base64Writer();
    private byte[] seconds;
    private long secondsOf;

    public JsonWriter(Bytes out) {
        this.out = out;
    }

    /** The text. Nothing may be written after that. */
    public ByteBuffer finish() {
        if (out.last() == ',') {
            out.drop();
        }
        return out.buffer();
    }

    @Override
    public void startStruct(int size) {
        out.add('{');
    }

    @Override
    public void endStruct() {
        close('}');
    }

    @Override
    public void startList(int size) {
        out.add('[');
    }

    @Override
    public void endList() {
        close(']');
    }

    private void close(char bracket) {
        if (out.last() == ',') {
            out.last(bracket);
        } else {
            out.add(bracket);
        }
        out.add(',');
    }

    @Override
    public void name(Member member) {
        out.add(member.jsonPrefix());
    }

    @Override
    public void name(String name) {
        quoted(name);
        out.add(':');
    }

    @Override
    public void string(String value) {
        quoted(value);
        out.add(',');
    }

    private void quoted(String value) {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        out.add('"');
        if (JsonScan.special(text, 0, text.length) == text.length) {
            out.add(text);
        } else {
            escaped(text);
        }
        out.add('"');
    }

    private void escaped(byte[] text) {
        for (byte b : text) {
            switch (b) {
                case '"', '\\' -> escape(b);
                case '\b' -> escape('b');
                case '\f' -> escape('f');
                case '\n' -> escape('n');
                case '\r' -> escape('r');
                case '\t' -> escape('t');
                default -> {
                    if (b >= 0 && b < ' ') {
                        out.ascii("\\u00");
                        out.add(HEX[b >> 4]);
                        out.add(HEX[b & 0xf]);
                    } else {
                        out.add(b);
                    }
                }
            }
        }
    }

    private void escape(int what) {
        out.add('\\');
        out.add(what);
    }

    @Override
    public void whole(long value) {
        out.number(value);
        out.add(',');
    }

    @Override
    public void number(Number value) {
        String word = value instanceof Double || value instanceof Float ? Numbers.word(value.doubleValue()) : null;
        if (word != null) {
            string(word);
            return;
        }
        out.ascii(value instanceof BigDecimal decimal ? decimal.toString() : trimmed(value.toString()));
        out.add(',');
    }

    /** {@code 1.0} as {@code 1}: what is whole needs no fraction. */
    private static String trimmed(String text) {
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    @Override
    public void bool(boolean value) {
        out.ascii(value ? "true," : "false,");
    }

    @Override
    public void nothing() {
        out.ascii("null,");
    }

    @Override
    public void blob(ByteBuffer value) {
        out.add('"');
        base64.write(value, out);
        out.add('"');
        out.add(',');
    }

    @Override
    public void timestamp(Instant value, TimestampFormat format) {
        if (format == TimestampFormat.EPOCH_SECONDS) {
            seconds(value.toEpochMilli());
            return;
        }
        String text = Timestamps.text(value, format);
        if (format == TimestampFormat.ISO_8601 || format == TimestampFormat.HTTP_DATE) {
            string(text);
        } else {
            out.ascii(text);
            out.add(',');
        }
    }

    /** With no more digits behind the point than it takes. Records of one batch have the same time, so it is remembered. */
    private void seconds(long millis) {
        if (seconds == null || millis != secondsOf) {
            String text = BigDecimal.valueOf(millis, 3).stripTrailingZeros().toPlainString() + ',';
            seconds = text.getBytes(StandardCharsets.US_ASCII);
            secondsOf = millis;
        }
        out.add(seconds);
    }
}
