package org.aforo.gateway.internal;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;

/**
 * Lets pages call the AWS APIs: pages of any origin while only this machine can reach the bench, otherwise pages
 * that this machine served.
 *
 * @param anyOrigin whether all origins are let in
 */
record Cors(boolean anyOrigin) {

    private static final HttpField METHODS = new PreEncodedHttpField(HttpHeader.ACCESS_CONTROL_ALLOW_METHODS,
            "GET, HEAD, POST, PUT, DELETE, PATCH");
    private static final HttpField EXPOSED = new PreEncodedHttpField(HttpHeader.ACCESS_CONTROL_EXPOSE_HEADERS,
            "*, ETag, Date, x-amzn-RequestId, x-amzn-ErrorType, x-amz-request-id, x-amz-id-2, x-amz-version-id, "
                    + "x-amz-delete-marker, x-amz-crc32, x-amz-checksum-crc32, x-amz-checksum-crc32c, "
                    + "x-amz-checksum-crc64nvme, x-amz-checksum-sha1, x-amz-checksum-sha256");
    private static final HttpField MAX_AGE = new PreEncodedHttpField(HttpHeader.ACCESS_CONTROL_MAX_AGE, "3600");

    /** Whether this asks what a page may do, rather than doing it. */
    static boolean isPreflight(Request request) {
        return HttpMethod.OPTIONS.is(request.getMethod()) && request.getHeaders().contains(HttpHeader.ORIGIN)
                && request.getHeaders().contains(HttpHeader.ACCESS_CONTROL_REQUEST_METHOD);
    }

    /** Adds to an answer what lets its page read it. */
    void allow(Request request, HttpFields.Mutable answer) {
        String origin = request.getHeaders().get(HttpHeader.ORIGIN);
        if (origin == null || !anyOrigin && !LocalNames.isLocalOrigin(origin)) {
            return;
        }
        answer.put(HttpHeader.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        answer.add(HttpHeader.VARY, "Origin");
        answer.put(EXPOSED);
        if (isPreflight(request)) {
            answer.put(METHODS);
            answer.put(MAX_AGE);
            String wanted = request.getHeaders().get(HttpHeader.ACCESS_CONTROL_REQUEST_HEADERS);
            if (wanted != null) {
                answer.put(HttpHeader.ACCESS_CONTROL_ALLOW_HEADERS, wanted);
            }
            if (request.getHeaders().contains("Access-Control-Request-Private-Network")) {
                answer.put("Access-Control-Allow-Private-Network", "true");
            }
        }
    }
}
