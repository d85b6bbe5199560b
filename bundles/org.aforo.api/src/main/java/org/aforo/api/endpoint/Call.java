package org.aforo.api.endpoint;

import java.util.function.UnaryOperator;

import org.aforo.api.Arn;

/**
 * Who calls, and in whose name.
 *
 * @param requestId as answered in the response's headers
 * @param service   the service that answers, as in its ARNs
 * @param account   twelve digits, from the access key
 * @param region    from the signature's scope
 * @param accessKey empty for unsigned requests
 * @param endpoint  where the caller reached the bench, {@code http://localhost:4566}; empty when not over the wire
 * @param headers   what {@link #header} asks; while the call is answered only
 */
public record Call(String requestId, String service, String account, String region, String accessKey, String endpoint,
        UnaryOperator<String> headers) {

    private static final UnaryOperator<String> NO_HEADERS = name -> null;

    /** A call without headers. */
    public Call(String requestId, String service, String account, String region, String accessKey, String endpoint) {
        this(requestId, service, account, region, accessKey, endpoint, NO_HEADERS);
    }

    /** A call that didn't come over the wire. */
    public Call(String requestId, String service, String account, String region, String accessKey) {
        this(requestId, service, account, region, accessKey, "");
    }

    /** The ARN of a resource of the called service in the caller's account and region. */
    public Arn arn(String resource) {
        return Arn.of(service, region, account, resource);
    }

    /**
     * The first value of a header of the request, by any case: for what AWS takes from there though the operation's
     * model doesn't tell. It is looked up when it is asked for.
     *
     * @return null when there is no such header
     */
    public String header(String name) {
        return headers.apply(name);
    }
}
