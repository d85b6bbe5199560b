package org.aforo.api.endpoint;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Bytes that are streamed rather than held. Read once, by one thread; closed by whoever reads it.
 */
public interface Payload extends Closeable {

    /** How many bytes there are, or -1 when that isn't known before the end. */
    long length();

    /** The bytes. Closing the stream closes the payload. */
    InputStream stream() throws IOException;

    /** The file region behind it, where there is one, so that it can be sent without passing through the heap. */
    default Region region() {
        return null;
    }

    /** What was sent after the body (lower-case names); complete once the stream is at its end. */
    default Map<String, String> trailers() {
        return Map.of();
    }

    @Override
    default void close() throws IOException {
        // nothing held
    }

    /** Part of a file. */
    record Region(Path file, long offset, long length) {
    }

    /** Bytes at hand. */
    static Payload of(byte[] bytes) {
        return new Payload() {
            @Override
            public long length() {
                return bytes.length;
            }

            @Override
            public InputStream stream() {
                return new ByteArrayInputStream(bytes);
            }
        };
    }

    /** Text at hand, as UTF-8. */
    static Payload of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A whole file, as long as it is now. */
    static Payload of(Path file) {
        try {
            return of(new Region(file, 0, Files.size(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Part of a file. */
    static Payload of(Region region) {
        return new Payload() {
            @Override
            public long length() {
                return region.length();
            }

            @Override
            public InputStream stream() throws IOException {
                return new RegionStream(region);
            }

            @Override
            public Region region() {
                return region;
            }
        };
    }
}
