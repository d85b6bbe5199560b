package org.aforo.service.store.internal.disk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import org.aforo.service.store.internal.checksum.Digest;

/** ETags: the MD5 of an object, or of its parts' MD5s with their number. */
public final class Etags {

    private Etags() {
    }

    /** Of parts, by theirs in hexadecimal. */
    public static String ofParts(List<String> etags) {
        Digest md5 = Digest.md5();
        for (String etag : etags) {
            byte[] part = HexFormat.of().parseHex(etag);
            md5.update(part, 0, part.length);
        }
        return HexFormat.of().formatHex(md5.value()) + '-' + etags.size();
    }

    /** Of a file that is one object, with the sizes of its parts; empty when it has none. */
    static String of(Path file, List<Long> parts) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            if (parts.isEmpty()) {
                return of(in, Long.MAX_VALUE);
            }
            List<String> etags = new ArrayList<>(parts.size());
            for (long size : parts) {
                etags.add(of(in, size));
            }
            return ofParts(etags);
        }
    }

    private static String of(InputStream in, long size) throws IOException {
        Digest md5 = Digest.md5();
        byte[] buffer = new byte[64 * 1024];
        long left = size;
        int n = 0;
        while (left > 0 && n >= 0) {
            md5.update(buffer, 0, n);
            left -= n;
            n = in.read(buffer, 0, (int) Math.min(buffer.length, left));
        }
        return HexFormat.of().formatHex(md5.value());
    }
}
