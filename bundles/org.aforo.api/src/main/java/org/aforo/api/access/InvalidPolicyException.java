package org.aforo.api.access;

/** A document that isn't a policy of a resource. Each service has its own words for it. */
public final class InvalidPolicyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean principal;

    /** @param principal whether all is well but for a principal that there can't be */
    public InvalidPolicyException(String message, boolean principal) {
        super(message, null, false, false);
        this.principal = principal;
    }

    /** Whether all is well but for a principal that there can't be. */
    public boolean isOfPrincipal() {
        return principal;
    }
}
