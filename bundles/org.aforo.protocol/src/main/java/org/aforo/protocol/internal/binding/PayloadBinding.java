package org.aforo.protocol.internal.binding;

import java.nio.ByteBuffer;

import org.aforo.api.endpoint.Payload;

/** A blob taken as a stream, whether it was streamed or not. */
enum PayloadBinding implements Binding {
    INSTANCE;

    @Override
    public Object toJava(Object value) {
        if (value instanceof ByteBuffer blob) {
            byte[] bytes = new byte[blob.remaining()];
            blob.get(blob.position(), bytes);
            return Payload.of(bytes);
        }
        return value;
    }

    @Override
    public Object toTree(Object value) {
        return value;
    }
}
