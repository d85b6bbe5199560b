package org.aforo.protocol.internal.event;

import java.io.IOException;

import org.aforo.protocol.internal.tree.Struct;

/** An event stream in the value tree: structures of the stream's shape, each with one member. */
@FunctionalInterface
public interface Events {

    /** Sends them, as {@link org.aforo.api.endpoint.EventStream#run} does. */
    void run(Sender out) throws IOException, InterruptedException;

    /** Where they go. */
    @FunctionalInterface
    interface Sender {
        /** Sends one. */
        void send(Struct event) throws IOException;
    }
}
