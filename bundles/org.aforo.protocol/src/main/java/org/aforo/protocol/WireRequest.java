package org.aforo.protocol;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Payload;

/** An HTTP request as the gateway has it: the head at hand, the body not yet read. */
public interface WireRequest {

    /** In capitals. */
    String method();

    /** As sent, before the question mark, undecoded. */
    String rawPath();

    /** As sent, after the question mark, undecoded; empty when there is none. */
    String rawQuery();

    /** First value of a header, by any case; null when there is none. */
    String header(String name);

    /** All headers as sent (what a signature is computed over), by lower-case name. */
    Map<String, List<String>> headers();

    /** Whether it came over TLS. */
    default boolean secure() {
        return false;
    }

    /** The client's address, without a port; null when it isn't known. */
    default String remote() {
        return null;
    }

    /**
     * The whole body, read now; the array behind it is the caller's.
     *
     * @throws AwsError when it is larger than {@code limit}
     */
    ByteBuffer body(long limit) throws IOException, AwsError;

    /**
     * Tells that so many bytes of the body are held besides it as sent; counted in the bounds of whoever gave the
     * request, which may make it wait.
     *
     * @throws AwsError when there is no room for them
     */
    default void hold(long bytes) throws IOException, AwsError {
        // Not bounded.
    }

    /** The body to be streamed, as sent (still in chunks if they are signed). */
    Payload payload();
}
