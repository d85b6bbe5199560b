package org.aforo.protocol.internal.model;

/** Where in an HTTP message a member of an operation's input or output is. */
public enum Location {
    BODY, URI, QUERY, HEADER,
    /** A map, each key a header after a common prefix. */
    HEADERS,
    /** A map of all query parameters that no other member takes. */
    QUERY_PARAMS, STATUS;

    /** Whether an output's member is in the body: what binds a request's parameters means nothing there. */
    public boolean inOutputBody() {
        return this == BODY || this == URI || this == QUERY || this == QUERY_PARAMS;
    }
}
