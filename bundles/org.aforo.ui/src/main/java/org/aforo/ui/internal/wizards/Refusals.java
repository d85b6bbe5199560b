package org.aforo.ui.internal.wizards;

import org.aforo.client.BenchException;

/** What AWS says when it refuses. */
public final class Refusals {

    private Refusals() {
    }

    /** Code and message. */
    public static String words(BenchException refused) {
        return refused.status() == 0 ? refused.getMessage() : refused.code() + ": " + refused.getMessage();
    }
}
