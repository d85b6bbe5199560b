package org.aforo.protocol.internal.cbor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;

import org.aforo.protocol.internal.json.Base64Text;
import org.aforo.protocol.internal.model.Member;
import org.aforo.protocol.internal.model.Shape;
import org.aforo.protocol.internal.model.TimestampFormat;
import org.aforo.protocol.internal.tree.PullReader;
import org.aforo.protocol.internal.tree.Timestamps;

/**
 * Reads CBOR (RFC 8949) out of a byte array. Blobs are slices of that array, so it must not change as long as they
 * live. Tags that mean nothing to AWS are passed over.
 */
public final class CborReader implements PullReader {

    /** In place of a count: what follows goes on until a break. */
    private static final long INDEFINITE = -1;

    private final CborInput in;
    private final TimestampFormat timestamps;
    private long[] left = new long[8];
    private int depth;
    private CborInput.Text text;
    private boolean binary;
    private Number number;

    /**
     * @param timestamps what a tagged number counts: EPOCH_SECONDS or EPOCH_MILLIS
     */
    public CborReader(byte[] bytes, int from, int to, TimestampFormat timestamps) {
        this.in = new CborInput(bytes, from, to);
        this.timestamps = timestamps;
    }

    /** A reader of the buffer's bytes, which must have an array. */
    static CborReader of(ByteBuffer buffer, TimestampFormat timestamps) {
        int from = buffer.arrayOffset() + buffer.position();
        return new CborReader(buffer.array(), from, from + buffer.remaining(), timestamps);
    }

    @Override
    public Token next() {
        int head = in.head();
        return CborInput.major(head) == CborInput.TAG ? tagged(head) : untagged(head);
    }

    private Token tagged(int first) {
        boolean moment = false;
        int head = first;
        while (CborInput.major(head) == CborInput.TAG) {
            long tag = in.argument(head);
            if (tag >= CborInput.BIG_POSITIVE && tag <= CborInput.DECIMAL) {
                number = CborNumber.tagged(in, tag);
                Token token = tag == CborInput.DECIMAL ? Token.DECIMAL : Token.INTEGER;
                return moment ? Token.TIMESTAMP : token;
            }
            moment |= tag == CborInput.EPOCH;
            head = in.head();
        }
        Token token = untagged(head);
        if (!moment) {
            return token;
        }
        if (token != Token.INTEGER && token != Token.DECIMAL) {
            throw PullReader.malformed();
        }
        return Token.TIMESTAMP;
    }

    private Token untagged(int head) {
        return switch (CborInput.major(head)) {
            case CborInput.UNSIGNED, CborInput.NEGATIVE -> {
                number = CborNumber.whole(in, head);
                yield Token.INTEGER;
            }
            case CborInput.BYTES -> {
                text = in.text(head);
                binary = true;
                yield Token.BYTES;
            }
            case CborInput.TEXT -> {
                text = in.text(head);
                binary = false;
                yield Token.STRING;
            }
            case CborInput.LIST -> open(Token.LIST, head, 1);
            case CborInput.MAP -> open(Token.STRUCT, head, 2);
            default -> simple(head);
        };
    }

    private Token simple(int head) {
        return switch (CborInput.info(head)) {
            case 20 -> Token.FALSE;
            case 21 -> Token.TRUE;
            // undefined means null to AWS
            case 22, 23 -> Token.NULL;
            case 25, 26, 27 -> {
                number = CborNumber.decimal(in, head);
                yield Token.DECIMAL;
            }
            default -> throw PullReader.malformed();
        };
    }

    private Token open(Token token, int head, int values) {
        long count = CborInput.info(head) == CborInput.UNTIL_BREAK ? INDEFINITE : in.argument(head);
        // each value takes a byte at least, so a count can't lie about more than is there
        if (count != INDEFINITE && (count < 0 || count > in.remaining() / values) || depth == MAX_DEPTH) {
            throw PullReader.malformed();
        }
        if (depth == left.length) {
            left = Arrays.copyOf(left, depth * 2);
        }
        left[depth++] = count;
        return token;
    }

    private boolean more() {
        long count = left[depth - 1];
        if (count == 0 || count == INDEFINITE && in.takesBreak()) {
            depth--;
            return false;
        }
        if (count > 0) {
            left[depth - 1] = count - 1;
        }
        return true;
    }

    @Override
    public boolean nextName() {
        if (!more()) {
            return false;
        }
        int head = in.head();
        if (CborInput.major(head) != CborInput.TEXT) {
            throw PullReader.malformed();
        }
        text = in.text(head);
        return true;
    }

    @Override
    public boolean nextItem() {
        return more();
    }

    @Override
    public Member member(Shape shape, int guess) {
        return shape.wireMember(text.bytes(), text.from(), text.to(), guess);
    }

    @Override
    public String name() {
        return string();
    }

    @Override
    public String string() {
        return new String(text.bytes(), text.from(), text.to() - text.from(), StandardCharsets.UTF_8);
    }

    @Override
    public Number number() {
        return number;
    }

    @Override
    public ByteBuffer blob() {
        if (!binary) {
            return Base64Text.decodeOrTell(string());
        }
        return ByteBuffer.wrap(text.bytes(), text.from(), text.to() - text.from()).slice().asReadOnlyBuffer();
    }

    @Override
    public Instant timestamp() {
        try {
            return Timestamps.ofNumber(number, timestamps);
        } catch (DateTimeException | ArithmeticException e) {
            throw PullReader.malformed();
        }
    }

    @Override
    public void skip(Token token) {
        switch (token) {
            case STRUCT -> {
                while (nextName()) {
                    skip(next());
                }
            }
            case LIST -> {
                while (nextItem()) {
                    skip(next());
                }
            }
            default -> {
                // read already
            }
        }
    }

    @Override
    public void end() {
        if (in.remaining() > 0) {
            throw PullReader.malformed();
        }
    }
}
