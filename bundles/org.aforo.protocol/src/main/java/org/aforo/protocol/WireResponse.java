package org.aforo.protocol;

import java.nio.ByteBuffer;
import java.util.Map;

import org.aforo.api.endpoint.Payload;

/**
 * An HTTP response. One of {@code body} (at hand, sent with its length), {@code stream} and {@code feed} is there.
 *
 * @param status  HTTP status
 * @param headers by name
 * @param body    or null
 * @param stream  or null; closed once sent
 * @param feed    or null
 */
public record WireResponse(int status, Map<String, String> headers, ByteBuffer body, Payload stream, WireFeed feed) {

    public WireResponse(int status, Map<String, String> headers, ByteBuffer body, Payload stream) {
        this(status, headers, body, stream, null);
    }

    /** A response with its body at hand. */
    public static WireResponse of(int status, Map<String, String> headers, ByteBuffer body) {
        return new WireResponse(status, headers, body, null, null);
    }

    /** A response whose body is made while it is sent. */
    public static WireResponse feed(int status, Map<String, String> headers, WireFeed feed) {
        return new WireResponse(status, headers, null, null, feed);
    }
}
