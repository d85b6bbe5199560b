package org.aforo.protocol.internal.binding;

import org.aforo.api.endpoint.EventStream;
import org.aforo.protocol.internal.event.Events;
import org.aforo.protocol.internal.tree.Struct;

/**
 * Events that an operation sends.
 *
 * @param event of one event
 */
record EventStreamBinding(Binding event) implements Binding {

    @Override
    public Object toJava(Object value) {
        throw new IllegalArgumentException("Event streams are sent, not taken");
    }

    @Override
    public Object toTree(Object value) {
        EventStream<?> stream = (EventStream<?>) value;
        return (Events) out -> stream.run(sent -> out.send((Struct) event.toTree(sent)));
    }
}
