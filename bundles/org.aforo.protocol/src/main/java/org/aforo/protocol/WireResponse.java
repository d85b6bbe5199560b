package org.aforo.protocol;

import java.nio.ByteBuffer;
import java.util.Map;

import org.aforo.api.endpoint.Payload;

/**
 * An HTTP response. Either {@code body} (at hand, sent with its length) or {@code stream} is there.
 *
 * @param status  HTTP status
 * @param headers by name
 * @param body    or null
 * @param stream  or null; closed once sent
 */
public record WireResponse(int status, Map<String, String> headers, ByteBuffer body, Payload stream) {

    /** A response with its body at hand. */
    public static WireResponse of(int status, Map<String, String> headers, ByteBuffer body) {
        return new WireResponse(status, headers, body, null);
    }
}
