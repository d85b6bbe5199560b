package org.aforo.protocol.internal.sigv4;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Payload;
import org.aforo.protocol.WireRequest;

/** A request whose body is compared with its signed hash: before it is used, or at the end of its stream. */
record HashedRequest(WireRequest request, String hash) implements WireRequest {

    @Override
    public ByteBuffer body(long limit) throws IOException {
        ByteBuffer body = request.body(limit);
        compare(Hashes.sha256(body));
        return body;
    }

    private void compare(String found) {
        if (!Hashes.same(found, hash)) {
            throw AwsError.client("XAmzContentSHA256Mismatch",
                    "The provided 'x-amz-content-sha256' header does not match what was computed.");
        }
    }

    @Override
    public Payload payload() {
        Payload raw = request.payload();
        return new Payload() {
            @Override
            public long length() {
                return raw.length();
            }

            @Override
            public InputStream stream() throws IOException {
                return new Comparing(raw.stream());
            }

            @Override
            public Map<String, String> trailers() {
                return raw.trailers();
            }

            @Override
            public void close() throws IOException {
                raw.close();
            }
        };
    }

    private final class Comparing extends FilterInputStream {

        private final MessageDigest digest = Hashes.sha256();
        private boolean compared;

        private Comparing(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int n = in.read(bytes, from, length);
            if (n > 0) {
                digest.update(bytes, from, n);
            } else if (n < 0 && !compared) {
                compared = true;
                compare(Hashes.hex(digest.digest()));
            }
            return n;
        }

        @Override
        public long skip(long n) throws IOException {
            return read(new byte[(int) Math.min(n, 8_192)]);
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }

    @Override
    public String method() {
        return request.method();
    }

    @Override
    public String rawPath() {
        return request.rawPath();
    }

    @Override
    public String rawQuery() {
        return request.rawQuery();
    }

    @Override
    public String header(String name) {
        return request.header(name);
    }

    @Override
    public Map<String, List<String>> headers() {
        return request.headers();
    }
}
