package org.aforo.protocol.internal.rest;

import java.nio.ByteBuffer;
import java.util.Map;

import org.aforo.api.endpoint.AwsError;
import org.aforo.protocol.internal.binding.ErrorTree;
import org.aforo.protocol.internal.model.Location;
import org.aforo.protocol.internal.model.Member;
import org.aforo.protocol.internal.model.ServiceModel;
import org.aforo.protocol.internal.model.Shape;
import org.aforo.protocol.internal.model.ShapeTraits.ErrorInfo;
import org.aforo.protocol.internal.tree.Bytes;
import org.aforo.protocol.internal.tree.Struct;
import org.aforo.protocol.internal.wire.Incoming;
import org.aforo.protocol.internal.wire.Parameters;
import org.aforo.protocol.internal.xml.XmlEncoder;
import org.aforo.protocol.internal.xml.XmlWriter;

/** Errors as XML. */
public final class XmlErrors {

    private XmlErrors() {
    }

    /** S3's: {@code <Error>} alone, with the resource, the request's id and the error's members. */
    static ByteBuffer s3(Incoming in, AwsError error) {
        Bytes bytes = new Bytes(512);
        XmlWriter out = new XmlWriter(bytes).declaration().open("Error", null);
        out.element("Code", error.code()).element("Message", error.getMessage());
        error.members().forEach((name, value) -> out.element(name, String.valueOf(value)));
        if (!error.members().containsKey("Resource")) {
            out.element("Resource", Parameters.decode(in.request().rawPath(), false));
        }
        out.element("RequestId", in.requestId()).element("HostId", in.hostId()).close("Error");
        return bytes.buffer();
    }

    /** The others': {@code <ErrorResponse><Error>}. Members that belong there go into the headers. */
    public static ByteBuffer wrapped(Incoming in, ServiceModel model, AwsError error, Map<String, String> headers) {
        Struct struct = ErrorTree.of(model, error);
        RestOutput.head(struct, error.status(), headers);
        Bytes bytes = new Bytes(512);
        XmlWriter out = new XmlWriter(bytes);
        out.open("ErrorResponse", model == null ? null : model.namespace()).open("Error", null);
        out.element("Type", error.status() >= 500 ? "Receiver" : "Sender");
        ErrorInfo info = info(model, error);
        out.element("Code", info == null || info.code() == null ? error.code() : info.code());
        out.element("Message", info == null || info.queryMessage() == null ? error.getMessage()
                : info.queryMessage());
        struct.shape().members().stream().filter(XmlErrors::isMessage).forEach(m -> struct.set(m, null));
        new XmlEncoder(out).members(struct);
        out.close("Error").element("RequestId", in.requestId()).close("ErrorResponse");
        return bytes.buffer();
    }

    private static boolean isMessage(Member member) {
        return member.location() == Location.BODY && member.name().equalsIgnoreCase("message");
    }

    private static ErrorInfo info(ServiceModel model, AwsError error) {
        Shape shape = model == null ? null : model.error(error.code());
        return shape == null ? null : shape.traits().error();
    }
}
