package org.aforo.service.store.internal.sql;

/** Why a query wasn't answered, in one line for whoever asked. */
final class SqlFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    SqlFailure(int status, String message) {
        super(message.lines().findFirst().orElse("").strip(), null, false, false);
        this.status = status;
    }

    /** HTTP status. */
    int status() {
        return status;
    }
}
