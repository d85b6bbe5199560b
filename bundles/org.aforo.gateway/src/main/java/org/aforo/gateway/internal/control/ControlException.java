package org.aforo.gateway.internal.control;

/** What a client of the control API is told when a request can't be served; no stack trace, it is an answer. */
final class ControlException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    ControlException(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    /** The request makes no sense. */
    static ControlException bad(String message) {
        return new ControlException(400, "BadRequest", message);
    }

    /** There is no such thing. */
    static ControlException notFound(String message) {
        return new ControlException(404, "NotFound", message);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }
}
