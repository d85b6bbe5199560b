package org.aforo.protocol.internal.sigv4;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Map;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Payload;
import org.aforo.protocol.WireRequest;

/** A request whose body is compared with its signed hash: before it is used, or at the end of its stream. */
final class HashedRequest extends Wrapped {

    private final String hash;

    HashedRequest(WireRequest request, String hash) {
        super(request);
        this.hash = hash;
    }

    @Override
    public ByteBuffer body(long limit) throws IOException {
        ByteBuffer body = request.body(limit);
        compare(Hashes.sha256(body));
        return body;
    }

    private void compare(String found) {
        if (!Hashes.same(found, hash)) {
            throw new AwsError("XAmzContentSHA256Mismatch", 400,
                    "The provided 'x-amz-content-sha256' header does not match what was computed.",
                    Map.of("ClientComputedContentSHA256", hash, "S3ComputedContentSHA256", found));
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
                return new Comparing(raw.stream(), raw.length());
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
        private long left;
        private boolean compared;

        /**
         * @param left how many bytes will come, or -1
         */
        private Comparing(InputStream in, long left) {
            super(in);
            this.left = left;
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
                left -= n;
            }
            // with the last byte, since whoever knows the length won't ask for the end
            if (!compared && (n < 0 || left == 0)) {
                compared = true;
                compare(Hashes.hex(digest.digest()));
            }
            return n;
        }

        @Override
        public long skip(long n) throws IOException {
            return Math.max(0, read(new byte[(int) Math.clamp(n, 0, 8_192)]));
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
