package org.aforo.protocol.internal.wire;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

import org.aforo.protocol.internal.json.Base64Text;
import org.aforo.protocol.internal.json.JsonReader;
import org.aforo.protocol.internal.model.Kind;
import org.aforo.protocol.internal.model.Member;
import org.aforo.protocol.internal.model.TimestampFormat;
import org.aforo.protocol.internal.tree.Numbers;
import org.aforo.protocol.internal.tree.PullReader;
import org.aforo.protocol.internal.tree.Timestamps;

/** Plain values as text: in XML, headers, parameters and labels. */
public final class ScalarText {

    private ScalarText() {
    }

    /** Reads a value out of a body; SerializationException when the text isn't one. */
    public static Object inBody(Member member, String text) {
        return parse(member, text, TimestampFormat.ISO_8601);
    }

    /** Writes a value into a body. */
    public static String ofBody(Member member, Object value) {
        return write(member, value, TimestampFormat.ISO_8601);
    }

    /**
     * Reads a value.
     *
     * @param timestamps how timestamps are written where the model doesn't say
     */
    public static Object parse(Member member, String text, TimestampFormat timestamps) {
        Kind kind = member.shape().kind();
        return switch (kind) {
            case STRING -> text;
            case BOOLEAN -> switch (text) {
                case "true" -> true;
                case "false" -> false;
                default -> throw PullReader.malformed();
            };
            case BLOB -> Base64Text.decodeOrTell(text.strip());
            case TIMESTAMP -> Timestamps.parse(text, member.timestampFormat(timestamps));
            default -> number(kind, text);
        };
    }

    private static Number number(Kind kind, String text) {
        if (kind == Kind.FLOAT || kind == Kind.DOUBLE) {
            if (text.endsWith("Infinity") || text.equals("NaN")) {
                return Numbers.special(text, kind);
            }
        }
        Object value = JsonReader.parse(text.getBytes(StandardCharsets.UTF_8));
        if (!(value instanceof Number number)) {
            throw PullReader.malformed();
        }
        return Numbers.convert(number, kind, false);
    }

    /**
     * Writes a value.
     *
     * @param timestamps how timestamps are written where the model doesn't say
     */
    public static String write(Member member, Object value, TimestampFormat timestamps) {
        return switch (value) {
            case Instant moment -> Timestamps.text(moment, member.timestampFormat(timestamps));
            case ByteBuffer blob -> base64(blob);
            case Double number -> decimal(number);
            case Float number -> decimal(number);
            case BigDecimal number -> number.toString();
            default -> value.toString();
        };
    }

    private static String decimal(Number number) {
        String word = Numbers.word(number.doubleValue());
        String text = number.toString();
        return word != null ? word : text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private static String base64(ByteBuffer blob) {
        byte[] bytes = new byte[blob.remaining()];
        blob.get(blob.position(), bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
