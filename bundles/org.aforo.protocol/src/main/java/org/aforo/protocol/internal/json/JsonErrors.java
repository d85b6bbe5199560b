package org.aforo.protocol.internal.json;

import java.nio.ByteBuffer;

import org.aforo.api.endpoint.AwsError;
import org.aforo.protocol.internal.binding.ErrorTree;
import org.aforo.protocol.internal.model.ServiceModel;
import org.aforo.protocol.internal.model.TimestampFormat;
import org.aforo.protocol.internal.tree.Bytes;
import org.aforo.protocol.internal.tree.Struct;
import org.aforo.protocol.internal.tree.TreeEncoder;

/** Errors as JSON: {@code __type}, the message, and what else the error's shape has. */
final class JsonErrors {

    private JsonErrors() {
    }

    static ByteBuffer body(ServiceModel model, AwsError error, String type, TimestampFormat timestamps) {
        JsonWriter writer = new JsonWriter(new Bytes(256));
        Struct struct = ErrorTree.of(model, error);
        writer.startStruct(0);
        writer.name("__type");
        writer.string(type);
        new TreeEncoder(writer, timestamps).members(struct);
        writer.endStruct();
        return writer.finish();
    }
}
