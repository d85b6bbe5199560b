package org.aforo.protocol;

import java.io.IOException;
import java.nio.ByteBuffer;

/** A body that is made while it is sent, and may take minutes. */
@FunctionalInterface
public interface WireFeed {

    /**
     * Writes the body; returns at its end.
     *
     * @throws IOException          the client is gone
     * @throws InterruptedException the gateway closes
     */
    void run(Sink sink) throws IOException, InterruptedException;

    /** Whether it goes on for as long as its client likes, so that it must be ended when the gateway closes. */
    default boolean lasting() {
        return true;
    }

    /** Where it is written; for one thread. */
    @FunctionalInterface
    interface Sink {
        /**
         * Sends these bytes, at once if the feed is {@link #lasting()}, else when there is enough to send; waits while the
         * client doesn't read. The buffer is the caller's again when this returns.
         */
        void write(ByteBuffer bytes) throws IOException;
    }
}
