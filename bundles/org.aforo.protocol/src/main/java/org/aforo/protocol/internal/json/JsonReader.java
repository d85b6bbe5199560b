package org.aforo.protocol.internal.json;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.aforo.api.endpoint.AwsError;
import org.aforo.protocol.internal.model.Member;
import org.aforo.protocol.internal.model.Shape;
import org.aforo.protocol.internal.tree.PullReader;

/**
 * Reads JSON (RFC 8259, UTF-8) out of a byte array. Strings are looked at only when taken, so that a Base64 blob is
 * found and decoded without passing through characters; docs/decisions tells why this isn't Jackson.
 */
public final class JsonReader implements PullReader {

    private final byte[] bytes;
    private final int end;
    private int at;
    private int depth;
    private boolean fresh;
    private int start;
    private int stop;
    private String escaped;
    private String without;
    /** How long the last blob's text was: records of a request are often of one size. */
    private int usual;

    public JsonReader(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    public JsonReader(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.at = from;
        this.end = to;
    }

    /** A reader of the buffer's bytes, which must have an array. */
    public static JsonReader of(ByteBuffer buffer) {
        int from = buffer.arrayOffset() + buffer.position();
        return new JsonReader(buffer.array(), from, from + buffer.remaining());
    }

    /** Leaves members of that name out of documents. */
    public JsonReader without(String name) {
        without = name;
        return this;
    }

    /** Whether there is nothing but white space. */
    public boolean isEmpty() {
        blank();
        return at == end;
    }

    @Override
    public Token next() {
        blank();
        if (at == end) {
            throw PullReader.malformed();
        }
        switch (bytes[at]) {
            case '"' :
                at++;
                return Token.STRING;
            case '{' :
                return open(Token.STRUCT);
            case '[' :
                return open(Token.LIST);
            case 't' :
                return literal("true", Token.TRUE);
            case 'f' :
                return literal("false", Token.FALSE);
            case 'n' :
                return literal("null", Token.NULL);
            default :
                start = at;
                boolean whole = JsonNumber.isWhole(bytes, at, end);
                at = JsonNumber.end(bytes, at, end);
                stop = at;
                return whole ? Token.INTEGER : Token.DECIMAL;
        }
    }

    private Token open(Token token) {
        at++;
        fresh = true;
        if (++depth > MAX_DEPTH) {
            throw PullReader.malformed();
        }
        return token;
    }

    private boolean close() {
        at++;
        depth--;
        fresh = false;
        return false;
    }

    private Token literal(String word, Token token) {
        for (int i = 0; i < word.length(); i++, at++) {
            if (at == end || bytes[at] != word.charAt(i)) {
                throw PullReader.malformed();
            }
        }
        return token;
    }

    @Override
    public boolean nextName() {
        if (!more('}')) {
            return false;
        }
        expect('"');
        scan();
        blank();
        expect(':');
        return true;
    }

    @Override
    public boolean nextItem() {
        return more(']');
    }

    private boolean more(char closing) {
        blank();
        if (at < end && bytes[at] == closing) {
            return close();
        }
        if (!fresh) {
            expect(',');
            blank();
        }
        fresh = false;
        return true;
    }

    private void expect(char what) {
        if (at == end || bytes[at] != what) {
            throw PullReader.malformed();
        }
        at++;
    }

    private void blank() {
        while (at < end && (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == '\t')) {
            at++;
        }
    }

    /** From behind the opening quote to behind the closing one; notes what is between. */
    private void scan() {
        start = at;
        escaped = null;
        int hit = JsonScan.special(bytes, at, end);
        if (hit < end && bytes[hit] == '\\') {
            JsonEscapes text = new JsonEscapes(bytes, start, end);
            escaped = text.read(hit);
            hit = text.end();
        }
        if (hit == end || bytes[hit] != '"') {
            throw PullReader.malformed();
        }
        stop = hit;
        at = hit + 1;
    }

    @Override
    public Member member(Shape shape, int guess) {
        return escaped == null ? shape.wireMember(bytes, start, stop, guess) : shape.wireMember(escaped);
    }

    @Override
    public String name() {
        return escaped == null ? new String(bytes, start, stop - start, StandardCharsets.UTF_8) : escaped;
    }

    @Override
    public String string() {
        scan();
        return name();
    }

    @Override
    public Number number() {
        return JsonNumber.parse(bytes, start, stop);
    }

    /** The number as it is written. */
    public String numberText() {
        return new String(bytes, start, stop - start, StandardCharsets.ISO_8859_1);
    }

    @Override
    public ByteBuffer blob() {
        int guess = at + usual;
        ByteBuffer blob = usual > 0 && guess < end && bytes[guess] == '"' ? blob(guess) : null;
        if (blob == null) {
            blob = blob(JsonScan.quote(bytes, at, end));
        }
        return blob == null ? Base64Text.decodeOrTell(string()) : blob;
    }

    /** The blob up to a quote; null when it isn't Base64, as when it ends at an earlier quote. */
    private ByteBuffer blob(int quote) {
        ByteBuffer blob = quote == end ? null : Base64Text.decode(bytes, at, quote);
        if (blob != null) {
            usual = quote - at;
            at = quote + 1;
        }
        return blob;
    }

    @Override
    public Instant timestamp() {
        throw new IllegalStateException("JSON has no timestamps of its own");
    }

    @Override
    public void skip(Token token) {
        switch (token) {
            case STRING -> scan();
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
                // nothing left of it
            }
        }
    }

    @Override
    public void end() {
        blank();
        if (at != end) {
            throw PullReader.malformed();
        }
    }

    /**
     * Reads a whole text of any form.
     *
     * @throws AwsError SerializationException when it isn't JSON
     */
    public static Object parse(byte[] text) {
        JsonReader reader = new JsonReader(text);
        Object value = reader.document(reader.next());
        reader.end();
        return value;
    }

    /** The value that has just begun: null, Boolean, Number, String, List or Map. */
    public Object document(Token token) {
        return switch (token) {
            case STRUCT -> {
                Map<String, Object> map = new LinkedHashMap<>();
                while (nextName()) {
                    String name = name();
                    Token value = next();
                    if (name.equals(without) && value == Token.STRING) {
                        skip(value);
                    } else {
                        map.put(name, document(value));
                    }
                }
                yield map;
            }
            case LIST -> {
                List<Object> list = new ArrayList<>();
                while (nextItem()) {
                    list.add(document(next()));
                }
                yield list;
            }
            case STRING -> string();
            case INTEGER, DECIMAL -> number();
            case TRUE -> true;
            case FALSE -> false;
            default -> null;
        };
    }
}
