package org.aforo.service.streams.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32C;

/**
 * Iterators and page tokens: fields in an envelope that clients can't read at a glance and that mangled
 * ones don't pass. As AWS's do, they begin with the number 1 in eight bytes.
 */
final class Token {

    private static final long VERSION = 1;
    private static final int HEAD = Long.BYTES + Integer.BYTES;
    private static final String SEPARATOR = "/";

    private Token() {
    }

    static String seal(Object... fields) {
        StringBuilder text = new StringBuilder();
        for (Object field : fields) {
            text.append(text.isEmpty() ? "" : SEPARATOR).append(field);
        }
        byte[] body = text.toString().getBytes(StandardCharsets.UTF_8);
        ByteBuffer sealed = ByteBuffer.allocate(HEAD + body.length).putLong(VERSION).putInt(sum(body)).put(body);
        return Base64.getEncoder().encodeToString(sealed.array());
    }

    /** The fields; null when the token isn't whole or hasn't {@code count} of them. */
    static String[] open(String token, int count) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return null;
        }
        if (bytes.length <= HEAD) {
            return null;
        }
        ByteBuffer sealed = ByteBuffer.wrap(bytes);
        long version = sealed.getLong();
        int sum = sealed.getInt();
        byte[] body = new byte[sealed.remaining()];
        sealed.get(body);
        if (version != VERSION || sum != sum(body)) {
            return null;
        }
        String[] fields = new String(body, StandardCharsets.UTF_8).split(SEPARATOR, -1);
        return fields.length == count ? fields : null;
    }

    private static int sum(byte[] body) {
        CRC32C crc = new CRC32C();
        crc.update(body);
        return (int) crc.getValue();
    }
}
