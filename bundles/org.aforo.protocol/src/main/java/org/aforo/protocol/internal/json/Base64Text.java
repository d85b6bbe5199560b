package org.aforo.protocol.internal.json;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.aforo.api.endpoint.AwsError;

/** Base64 as AWS takes it: padded, and with no bits lost in the last character. */
public final class Base64Text {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private Base64Text() {
    }

    /** The bytes that part of an array stands for, read-only; null when it isn't Base64. */
    static ByteBuffer decode(byte[] bytes, int from, int to) {
        if ((to - from & 3) != 0 || losesBits(bytes, from, to)) {
            return null;
        }
        try {
            return Base64.getDecoder().decode(ByteBuffer.wrap(bytes, from, to - from)).asReadOnlyBuffer();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static boolean losesBits(byte[] bytes, int from, int to) {
        if (to == from || bytes[to - 1] != '=') {
            return false;
        }
        boolean two = bytes[to - 2] == '=';
        int last = ALPHABET.indexOf(bytes[two ? to - 3 : to - 2]);
        return last >= 0 && (last & (two ? 0xf : 0x3)) != 0;
    }

    /**
     * The bytes that {@code text} stands for, read-only.
     *
     * @throws AwsError SerializationException that says what is wrong with it
     */
    public static ByteBuffer decodeOrTell(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer blob = decode(bytes, 0, bytes.length);
        if (blob == null) {
            throw AwsError.client("SerializationException",
                    '\'' + text + "' can not be converted to a Blob: " + reason(text));
        }
        return blob;
    }

    /** AWS's words, its misspelling included. */
    private static String reason(String text) {
        if (text.length() % 4 != 0) {
            return "Base64 encoded length is expected a multiple of 4 bytes but found: " + text.length();
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean padding = c == '=' && i >= text.length() - 2 && text.endsWith("=");
            if (ALPHABET.indexOf(c) < 0 && !padding) {
                return "Invalid Base64 character: '" + c + '\'';
            }
        }
        return "Invalid last non-pad Base64 character dectected";
    }
}
