package org.aforo.protocol.internal.rest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Payload;
import org.aforo.protocol.WireResponse;
import org.aforo.protocol.internal.model.Kind;
import org.aforo.protocol.internal.model.Location;
import org.aforo.protocol.internal.model.Member;
import org.aforo.protocol.internal.model.Operation;
import org.aforo.protocol.internal.model.ServiceModel;
import org.aforo.protocol.internal.model.Shape;
import org.aforo.protocol.internal.tree.Struct;
import org.aforo.protocol.internal.wire.Incoming;
import org.aforo.protocol.internal.wire.Outputs;
import org.aforo.protocol.internal.wire.Protocol;

/** What the REST protocols have in common; the forms of their bodies are theirs. */
abstract sealed class Rest implements Protocol permits RestXml, RestJson {

    private static final String CONTENT_TYPE = "Content-Type";

    @Override
    public Struct decode(Incoming in, ServiceModel model, Operation operation) throws IOException {
        check(in, operation);
        Shape shape = operation.input();
        if (shape == null) {
            return null;
        }
        Member payload = shape.payload();
        Struct struct = payload == null && hasBody(shape) ? body(in, operation) : new Struct(shape);
        new RestInput(in, in.labels(), this::badValue).head(struct);
        if (payload != null) {
            struct.set(payload, payload(in, payload));
        }
        return struct;
    }

    /** Looks at the body's type and checksums before it is read. */
    abstract void check(Incoming in, Operation operation) throws IOException;

    /** The members in the body. */
    abstract Struct body(Incoming in, Operation operation) throws IOException;

    /** A structure or document that is the whole body, which isn't empty. */
    abstract Object document(ByteBuffer body, Member payload);

    abstract AwsError badValue(Member member, String text, AwsError cause);

    abstract void requestId(Map<String, String> headers, Incoming in);

    /** Writes an output that is no payload. */
    abstract ByteBuffer write(Operation operation, Struct output);

    /** Writes a payload that is a structure or a document. */
    abstract ByteBuffer write(Member payload, Object value);

    abstract String mediaType();

    static boolean hasBody(Shape shape) {
        return shape.members().stream().anyMatch(m -> m.location() == Location.BODY);
    }

    private Object payload(Incoming in, Member payload) throws IOException {
        Shape shape = payload.shape();
        if (shape.kind() == Kind.BLOB && shape.traits().streaming()) {
            return in.payload();
        }
        if (shape.kind() == Kind.BLOB) {
            return in.sent().hasRemaining() ? in.sent().asReadOnlyBuffer() : null;
        }
        ByteBuffer body = in.body();
        if (!body.hasRemaining()) {
            return null;
        }
        return shape.kind() == Kind.STRING ? in.text() : document(body, payload);
    }

    @Override
    public WireResponse encode(Incoming in, ServiceModel model, Operation operation, Struct output) {
        Map<String, String> headers = new LinkedHashMap<>();
        requestId(headers, in);
        int status = RestOutput.head(output, operation.status(), headers);
        Member payload = output.shape().payload();
        if (payload != null) {
            return payload(status, headers, payload, output.get(payload));
        }
        boolean bodiless = operation.output() == null || status == 204 || in.method().equals("HEAD");
        ByteBuffer body = bodiless ? Outputs.EMPTY : write(operation, output);
        if (body.hasRemaining()) {
            headers.putIfAbsent(CONTENT_TYPE, mediaType());
        }
        return WireResponse.of(status, headers, body);
    }

    private WireResponse payload(int status, Map<String, String> headers, Member payload, Object value) {
        Shape shape = payload.shape();
        String type = shape.traits().mediaType();
        return switch (value) {
            case null -> WireResponse.of(status, headers, Outputs.EMPTY);
            case Payload stream -> {
                typed(headers, type, "application/octet-stream");
                yield new WireResponse(status, headers, null, stream);
            }
            case ByteBuffer blob -> {
                typed(headers, type, "application/octet-stream");
                yield WireResponse.of(status, headers, blob);
            }
            case String text when shape.kind() == Kind.STRING -> {
                typed(headers, type, "text/plain");
                yield WireResponse.of(status, headers, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            }
            default -> {
                typed(headers, type, mediaType());
                yield WireResponse.of(status, headers, write(payload, value));
            }
        };
    }

    private static void typed(Map<String, String> headers, String type, String usual) {
        headers.keySet().stream().filter(CONTENT_TYPE::equalsIgnoreCase).findFirst()
                .ifPresentOrElse(k -> {}, () -> headers.put(CONTENT_TYPE, type == null ? usual : type));
    }
}
