package org.aforo.api.endpoint;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Plain HTTP under a path: every request whose path is {@code path} or below it.
 *
 * @param path    begins with a slash and has no slash at its end
 * @param handler answers; runs on a virtual thread
 */
public record HttpRoute(String path, Handler handler) implements Endpoint {

    /** Answers one request. Its {@link AwsError}s become the response; other exceptions a 500. */
    @FunctionalInterface
    public interface Handler {
        /** Answers {@code request}, whose body it may read until it returns. */
        Response handle(Request request) throws IOException, InterruptedException;
    }

    /**
     * @param method  in capitals
     * @param path    the whole path, decoded
     * @param query   decoded parameters, in order
     * @param headers by lower-case name
     * @param body    never null; bounded by the gateway's limit
     */
    public record Request(String method, String path, Map<String, List<String>> query, Map<String, String> headers,
            Payload body) {
    }

    /**
     * @param status  HTTP status
     * @param headers to send
     * @param body    closed once sent
     */
    public record Response(int status, Map<String, String> headers, Payload body) {

        /** A UTF-8 text answer. */
        public static Response text(int status, String contentType, String text) {
            return new Response(status, Map.of("content-type", contentType), Payload.of(text));
        }
    }
}
