package org.aforo.api.endpoint;

import java.io.IOException;

/**
 * Events that are sent one after the other in answer to one request, for as long as the operation has any. The
 * component of an output record that holds it is bound to the model's member that is an event stream; {@code E} is a
 * record with a component for each kind of event, of which one is there.
 *
 * @see <a href="https://smithy.io/2.0/aws/amazon-eventstream.html">Amazon's event stream</a>
 */
@FunctionalInterface
public interface EventStream<E> {

    /**
     * Sends the events: on the request's virtual thread, after the answer's head and before the connection is free
     * again. Returning ends the stream.
     *
     * @throws AwsError             told to the client as the stream's last event
     * @throws IOException          as {@link Emitter#send} threw it: the client is gone
     * @throws InterruptedException when the bench closes
     */
    void run(Emitter<? super E> out) throws AwsError, IOException, InterruptedException;

    /** Where events go; for one thread. */
    @FunctionalInterface
    interface Emitter<E> {
        /** Sends one; waits while the client doesn't read. */
        void send(E event) throws IOException;
    }
}
