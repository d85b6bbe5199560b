package org.aforo.protocol.internal.sigv4;

import java.io.IOException;
import java.nio.ByteBuffer;

import org.aforo.api.endpoint.Payload;
import org.aforo.protocol.WireRequest;

/** What a body passes through: chunks are taken apart, signatures and hashes checked. */
public interface BodyGuard {

    /** Lets the body through as it is. */
    BodyGuard NONE = new BodyGuard() {
        @Override
        public ByteBuffer whole(WireRequest request, long limit) throws IOException {
            return request.body(limit);
        }

        @Override
        public Payload stream(WireRequest request) {
            return request.payload();
        }
    };

    /** The whole body; has an array. */
    ByteBuffer whole(WireRequest request, long limit) throws IOException;

    /** The body to be streamed. */
    Payload stream(WireRequest request) throws IOException;
}
