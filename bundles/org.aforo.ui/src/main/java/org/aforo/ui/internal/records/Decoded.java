package org.aforo.ui.internal.records;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/**
 * Data read as text.
 *
 * @param charset the one it seems to be in
 * @param gzip    whether it was compressed
 * @param binary  whether it rather isn't text at all
 */
record Decoded(String text, Charset charset, boolean gzip, boolean binary) {

    /** Bytes that are unpacked at most. */
    static final int MOST = 1 << 20;

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** @param cut whether the data may end within a letter */
    static Decoded of(byte[] data, boolean cut) {
        if (data.length > 2 && (data[0] & 0xff) == 0x1f && (data[1] & 0xff) == 0x8b) {
            byte[] unpacked = unpack(data);
            if (unpacked.length > 0) {
                Decoded inner = plain(unpacked, true);
                return new Decoded(inner.text(), inner.charset(), true, inner.binary());
            }
        }
        return plain(data, cut);
    }

    /** As much as can be unpacked: the data may end anywhere. */
    private static byte[] unpack(byte[] data) {
        byte[] out = new byte[MOST];
        int length = 0;
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(data))) {
            for (int read = 0; read >= 0 && length < MOST; read = in.read(out, length, MOST - length)) {
                length += read;
            }
        } catch (IOException e) {
            // What was unpacked until here is shown.
        }
        return java.util.Arrays.copyOf(out, length);
    }

    private static Decoded plain(byte[] data, boolean cut) {
        if (starts(data, 0xef, 0xbb, 0xbf)) {
            return new Decoded(new String(data, 3, data.length - 3, StandardCharsets.UTF_8), StandardCharsets.UTF_8,
                    false, false);
        }
        if (starts(data, 0xff, 0xfe) || starts(data, 0xfe, 0xff)) {
            return new Decoded(new String(data, StandardCharsets.UTF_16), StandardCharsets.UTF_16, false, false);
        }
        String utf8 = strict(data, cut);
        if (utf8 != null) {
            return new Decoded(utf8, StandardCharsets.UTF_8, false, controls(utf8));
        }
        String text = new String(data, WINDOWS);
        return new Decoded(text, WINDOWS, false, controls(text));
    }

    private static boolean starts(byte[] data, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= data.length || (data[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** Null when it isn't UTF-8. */
    private static String strict(byte[] data, boolean cut) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer out = CharBuffer.allocate(data.length + 1);
        CoderResult result = decoder.decode(ByteBuffer.wrap(data), out, !cut);
        return result.isError() ? null : out.flip().toString();
    }

    /** Text has hardly any control characters. */
    private static boolean controls(String text) {
        long odd = text.chars().filter(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t').count();
        return odd * 20 > text.length();
    }
}
