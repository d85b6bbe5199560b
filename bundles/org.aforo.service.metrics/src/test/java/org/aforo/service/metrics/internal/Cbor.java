package org.aforo.service.metrics.internal;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Writes what a client sends in CBOR.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8949.html">RFC 8949</a>
 */
final class Cbor {

    private static final int NUMBER = 0;
    private static final int TEXT = 3;
    private static final int ARRAY = 4;
    private static final int MAP = 5;
    private static final int EPOCH = 0xc1;
    private static final int DOUBLE = 0xfb;
    private static final int LONG_HEAD = 26;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    private Cbor() {
    }

    static byte[] of(Object value) {
        Cbor cbor = new Cbor();
        try {
            cbor.write(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return cbor.bytes.toByteArray();
    }

    private void head(int major, int count) throws IOException {
        out.write(major << 5 | LONG_HEAD);
        out.writeInt(count);
    }

    private void write(Object value) throws IOException {
        switch (value) {
            case String text -> {
                byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
                head(TEXT, utf8.length);
                out.write(utf8);
            }
            case Integer number -> head(NUMBER, number);
            case Double number -> {
                out.write(DOUBLE);
                out.writeDouble(number);
            }
            case Instant moment -> {
                out.write(EPOCH);
                write((double) moment.getEpochSecond());
            }
            case List<?> list -> {
                head(ARRAY, list.size());
                for (Object item : list) {
                    write(item);
                }
            }
            case Map<?, ?> map -> {
                head(MAP, map.size());
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    write(entry.getKey());
                    write(entry.getValue());
                }
            }
            default -> throw new IllegalArgumentException(value.toString());
        }
    }
}
