package org.aforo.protocol.internal.rest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

import org.aforo.api.endpoint.AwsError;
import org.aforo.protocol.WireResponse;
import org.aforo.protocol.internal.model.Member;
import org.aforo.protocol.internal.model.Operation;
import org.aforo.protocol.internal.model.ServiceModel;
import org.aforo.protocol.internal.model.Shape;
import org.aforo.protocol.internal.model.XmlNamespace;
import org.aforo.protocol.internal.tree.Bytes;
import org.aforo.protocol.internal.tree.Struct;
import org.aforo.protocol.internal.wire.Incoming;
import org.aforo.protocol.internal.wire.Outputs;
import org.aforo.protocol.internal.wire.ScalarText;
import org.aforo.protocol.internal.xml.XmlDecoder;
import org.aforo.protocol.internal.xml.XmlEncoder;
import org.aforo.protocol.internal.xml.XmlWriter;

/**
 * restXml, in S3's manner or in that of the others.
 *
 * @see <a href="https://smithy.io/2.0/aws/protocols/aws-restxml-protocol.html">The protocol</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html">S3's errors</a>
 */
public final class RestXml extends Rest {

    public static final RestXml S3 = new RestXml(true);
    public static final RestXml PLAIN = new RestXml(false);

    private static final String NOT_WELL_FORMED = "The XML you provided was not well-formed or did not validate "
            + "against our published schema";

    private final boolean s3;

    private RestXml(boolean s3) {
        this.s3 = s3;
    }

    @Override
    void check(Incoming in, Operation operation) throws IOException {
        if (s3 && !operation.streamsInput()) {
            BodyChecksums.check(in, operation);
        }
    }

    @Override
    Struct body(Incoming in, Operation operation) throws IOException {
        ByteBuffer body = in.body();
        return body.hasRemaining() ? decode(body, operation.input()) : new Struct(operation.input());
    }

    @Override
    Object document(ByteBuffer body, Member payload) {
        return decode(body, payload.shape());
    }

    private Struct decode(ByteBuffer body, Shape shape) {
        try {
            return XmlDecoder.decode(body, shape);
        } catch (AwsError e) {
            throw s3 ? AwsError.client("MalformedXML", NOT_WELL_FORMED) : e;
        }
    }

    @Override
    AwsError badValue(Member member, String text, AwsError cause) {
        if (!s3) {
            return cause;
        }
        String name = member.wireName();
        String message = member.shape().kind().isInteger()
                ? "Provided " + name + " not an integer or within integer range" : "Invalid " + name;
        return new AwsError("InvalidArgument", 400, message, Map.of("ArgumentName", name, "ArgumentValue", text));
    }

    @Override
    public AwsError invalid(AwsError violation) {
        return s3 ? AwsError.client("MalformedXML", NOT_WELL_FORMED) : violation;
    }

    @Override
    void requestId(Map<String, String> headers, Incoming in) {
        if (s3) {
            headers.put("x-amz-request-id", in.requestId());
            headers.put(Outputs.HOST_ID, in.hostId());
        } else {
            headers.put("x-amzn-RequestId", in.requestId());
        }
    }

    @Override
    ByteBuffer write(Operation operation, Struct output) {
        Bytes bytes = new Bytes(Outputs.guess(output));
        XmlWriter writer = new XmlWriter(bytes).declaration();
        String wire = output.shape().traits().wireName();
        String root = wire == null ? output.shape().name() : wire;
        XmlNamespace namespace = output.shape().traits().namespace();
        if (output.shape().traits().unwrapped()) {
            Object only = output.get(0);
            writer.open(root, namespace);
            writer.text(only == null ? "" : ScalarText.ofBody(output.shape().at(0), only)).close(root);
        } else if (output.shape().members().stream().noneMatch(m -> m.location().inOutputBody())) {
            return Outputs.EMPTY;
        } else {
            new XmlEncoder(writer).struct(root, namespace, output);
        }
        return bytes.buffer();
    }

    @Override
    ByteBuffer write(Member payload, Object value) {
        Bytes bytes = new Bytes(1024);
        String shapeName = payload.shape().traits().wireName() == null ? payload.shape().name()
                : payload.shape().traits().wireName();
        String root = payload.traits().wireName() == null ? shapeName : payload.wireName();
        XmlNamespace namespace = payload.traits().namespace() == null ? payload.shape().traits().namespace()
                : payload.traits().namespace();
        new XmlEncoder(new XmlWriter(bytes).declaration()).struct(root, namespace, (Struct) value);
        return bytes.buffer();
    }

    @Override
    String mediaType() {
        return "application/xml";
    }

    @Override
    public WireResponse error(Incoming in, ServiceModel model, AwsError error) {
        Map<String, String> headers = new LinkedHashMap<>();
        requestId(headers, in);
        if (in.method().equals("HEAD") || error.status() == 304) {
            return WireResponse.of(error.status(), headers, Outputs.EMPTY);
        }
        headers.put("Content-Type", mediaType());
        return WireResponse.of(error.status(), headers,
                s3 ? XmlErrors.s3(in, error) : XmlErrors.wrapped(in, model, error, headers));
    }

    @Override
    public AwsError unknownOperation(String name) {
        return s3 ? new AwsError("NotImplemented", 501,
                "A header you provided implies functionality that is not implemented.")
                : new AwsError("UnknownOperationException", 404, null);
    }
}
