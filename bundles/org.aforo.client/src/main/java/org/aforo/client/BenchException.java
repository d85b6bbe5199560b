package org.aforo.client;

import java.io.IOException;

/**
 * The bench could not be asked or refused: {@link #getMessage()} is for people, in the bench's own words where it
 * answered.
 */
public final class BenchException extends IOException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    /** The bench's own refusal. */
    public BenchException(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    /** No answer. */
    public BenchException(String message, Throwable cause) {
        super(message, cause);
        this.status = 0;
        this.code = "Unreachable";
    }

    /** HTTP status; 0 when there was no answer. */
    public int status() {
        return status;
    }

    /** The error's code: AWS's, or the control API's; {@code Unreachable} when there was no answer. */
    public String code() {
        return code;
    }
}
