package org.aforo.api.endpoint;

import org.aforo.api.Arn;

/**
 * Who calls, and in whose name.
 *
 * @param requestId as answered in the response's headers
 * @param service   the service that answers, as in its ARNs
 * @param account   twelve digits, from the access key; that of the source when a service calls
 * @param region    from the signature's scope
 * @param accessKey empty for unsigned requests
 * @param endpoint  where the caller reached the bench, {@code http://localhost:4566}; empty when not over the wire
 * @param wire      the request's head; while the call is answered only
 * @param by        the service that calls by itself; null when an account calls
 */
public record Call(String requestId, String service, String account, String region, String accessKey, String endpoint,
        Wire wire, ServicePrincipal by) {

    private static final Wire NO_WIRE = name -> null;

    /** What is known of a request that came over the wire. */
    @FunctionalInterface
    public interface Wire {

        /** The first value of a header, by any case; null when there is no such header. */
        String header(String name);

        /** The client's address, without a port; null when it isn't known. */
        default String remote() {
            return null;
        }
    }

    /** A call of an account over the wire. */
    public Call(String requestId, String service, String account, String region, String accessKey, String endpoint,
            Wire wire) {
        this(requestId, service, account, region, accessKey, endpoint, wire, null);
    }

    /** A call without headers. */
    public Call(String requestId, String service, String account, String region, String accessKey, String endpoint) {
        this(requestId, service, account, region, accessKey, endpoint, NO_WIRE);
    }

    /** A call that didn't come over the wire. */
    public Call(String requestId, String service, String account, String region, String accessKey) {
        this(requestId, service, account, region, accessKey, "");
    }

    /** A service's own call of another in a region. */
    public Call(String requestId, String service, String region, ServicePrincipal by) {
        this(requestId, service, by.source().account(), region, "", "", NO_WIRE, by);
    }

    /** The ARN of a resource of the called service in the caller's account and region. */
    public Arn arn(String resource) {
        return Arn.of(service, region, account, resource);
    }

    /** Who calls, as AWS's errors name it: a service, or an account's root. */
    public String principal() {
        return by == null ? "arn:aws:iam::" + account + ":root" : by.name();
    }

    /**
     * The first value of a header of the request, by any case: for what AWS takes from there though the operation's
     * model doesn't tell. It is looked up when it is asked for.
     *
     * @return null when there is no such header
     */
    public String header(String name) {
        return wire.header(name);
    }
}
