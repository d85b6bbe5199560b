package org.aforo.bench;

import java.nio.charset.StandardCharsets;

/** Prepared requests outside the JSON protocols. */
final class HttpRequests {

    private HttpRequests() {
    }

    /** A PUT without a body. */
    static byte[] put(String path) {
        return ("PUT " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 0\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
