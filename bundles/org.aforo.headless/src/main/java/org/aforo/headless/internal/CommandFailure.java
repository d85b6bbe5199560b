package org.aforo.headless.internal;

/** A command can't do what it was asked; the message is one line that says why and how to mend it. */
public final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CommandFailure(String message) {
        super(message);
    }
}
