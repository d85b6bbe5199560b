package org.aforo.service.topics.internal.delivery;

/** What came of an attempt to deliver. */
public sealed interface Outcome {

    /** It is there. */
    record Delivered() implements Outcome {
    }

    /**
     * It isn't there.
     *
     * @param permanent whether another attempt would fail as well: the endpoint is gone or doesn't want it
     */
    record Failed(String code, String message, boolean permanent) implements Outcome {
    }
}
