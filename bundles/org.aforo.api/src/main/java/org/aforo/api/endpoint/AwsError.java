package org.aforo.api.endpoint;

import java.util.Map;

/**
 * What a client is told when an operation can't be done: AWS's code, status and wording. Services throw
 * it, the protocol alone maps it onto the wire. It carries no stack trace: it is an answer, not a defect.
 */
public final class AwsError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final int status;
    private final transient Map<String, Object> members;

    /**
     * @param code    the error's shape name, as in the model: {@code ResourceNotFoundException}
     * @param status  HTTP status
     * @param message AWS's wording
     * @param members further members of the error's shape by wire name
     */
    public AwsError(String code, int status, String message, Map<String, Object> members) {
        super(message, null, false, false);
        this.code = code;
        this.status = status;
        this.members = Map.copyOf(members);
    }

    public AwsError(String code, int status, String message) {
        this(code, status, message, Map.of());
    }

    /** A client's error, 400. */
    public static AwsError client(String code, String message) {
        return new AwsError(code, 400, message);
    }

    /** The bench's own failure, 500. */
    public static AwsError internal(String message) {
        return new AwsError("InternalFailure", 500, message);
    }

    public String code() {
        return code;
    }

    public int status() {
        return status;
    }

    /** Further members of the error's shape, by wire name. */
    public Map<String, Object> members() {
        return members;
    }
}
