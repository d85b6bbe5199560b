package org.aforo.service.store.internal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** What {@code x-amz-copy-source} names: {@code bucket/key}, percent-encoded, with or without a slash before it. */
public record CopySource(String bucket, String key) {

    /** Reads the header. */
    public static CopySource parse(String header) {
        String path = header.startsWith("/") ? header.substring(1) : header;
        int version = path.indexOf("?versionId=");
        String wanted = version < 0 ? "null" : path.substring(version + "?versionId=".length());
        path = decode(version < 0 ? path : path.substring(0, version), header);
        int slash = path.indexOf('/');
        if (slash <= 0 || slash == path.length() - 1) {
            throw invalid(header);
        }
        CopySource source = new CopySource(path.substring(0, slash), path.substring(slash + 1));
        if (!wanted.equals("null")) {
            throw S3Error.noSuchVersion(source.key, wanted);
        }
        return source;
    }

    /** Unlike in a form, a plus sign is a plus sign. */
    private static String decode(String text, String header) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < encoded.length; i++) {
            if (encoded[i] != '%') {
                bytes.write(encoded[i]);
                continue;
            }
            int high = i + 2 < encoded.length ? Character.digit(encoded[i + 1], 16) : -1;
            int low = i + 2 < encoded.length ? Character.digit(encoded[i + 2], 16) : -1;
            if (high < 0 || low < 0) {
                throw invalid(header);
            }
            bytes.write(high << 4 | low);
            i += 2;
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static RuntimeException invalid(String header) {
        return S3Error.invalidArgument("Copy Source must mention the source bucket and key: sourcebucket/sourcekey",
                "x-amz-copy-source", header);
    }
}
