package org.aforo.api.endpoint;

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
 */
public record Call(String requestId, String service, String account, String region, String accessKey, String endpoint) {

    /** A call that didn't come over the wire. */
    public Call(String requestId, String service, String account, String region, String accessKey) {
        this(requestId, service, account, region, accessKey, "");
    }

    /** The ARN of a resource of the called service in the caller's account and region. */
    public Arn arn(String resource) {
        return Arn.of(service, region, account, resource);
    }
}
