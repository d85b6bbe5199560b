package org.aforo.protocol.internal.rest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

import org.aforo.api.endpoint.AwsError;
import org.aforo.protocol.WireResponse;
import org.aforo.protocol.internal.binding.ErrorTree;
import org.aforo.protocol.internal.json.JsonReader;
import org.aforo.protocol.internal.json.JsonWriter;
import org.aforo.protocol.internal.model.Member;
import org.aforo.protocol.internal.model.Operation;
import org.aforo.protocol.internal.model.ServiceModel;
import org.aforo.protocol.internal.model.TimestampFormat;
import org.aforo.protocol.internal.tree.Bytes;
import org.aforo.protocol.internal.tree.Struct;
import org.aforo.protocol.internal.tree.TreeDecoder;
import org.aforo.protocol.internal.tree.TreeEncoder;
import org.aforo.protocol.internal.wire.Incoming;
import org.aforo.protocol.internal.wire.Outputs;

/**
 * restJson1.
 *
 * @see <a href="https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html">The protocol</a>
 */
public final class RestJson extends Rest {

    public static final RestJson INSTANCE = new RestJson();

    private static final TreeDecoder.Rules RULES = new TreeDecoder.Rules(TimestampFormat.EPOCH_SECONDS, false, false);

    private RestJson() {
    }

    @Override
    void check(Incoming in, Operation operation) throws IOException {
        MediaTypes.check(in, operation);
    }

    @Override
    Struct body(Incoming in, Operation operation) throws IOException {
        JsonReader reader = JsonReader.of(in.body());
        return reader.isEmpty() ? new Struct(operation.input())
                : new TreeDecoder(reader, RULES).root(operation.input());
    }

    @Override
    Object document(ByteBuffer body, Member payload) {
        return new TreeDecoder(JsonReader.of(body), RULES).whole(payload);
    }

    @Override
    AwsError badValue(Member member, String text, AwsError cause) {
        return cause;
    }

    @Override
    void requestId(Map<String, String> headers, Incoming in) {
        headers.put("x-amzn-RequestId", in.requestId());
    }

    @Override
    ByteBuffer write(Operation operation, Struct output) {
        JsonWriter writer = new JsonWriter(new Bytes(Outputs.guess(output)));
        new TreeEncoder(writer, TimestampFormat.EPOCH_SECONDS).struct(output);
        return writer.finish();
    }

    @Override
    ByteBuffer write(Member payload, Object value) {
        JsonWriter writer = new JsonWriter(new Bytes(1024));
        new TreeEncoder(writer, TimestampFormat.EPOCH_SECONDS).value(payload, value);
        return writer.finish();
    }

    @Override
    String mediaType() {
        return "application/json";
    }

    @Override
    public WireResponse error(Incoming in, ServiceModel model, AwsError error) {
        Map<String, String> headers = new LinkedHashMap<>();
        requestId(headers, in);
        headers.put("x-amzn-ErrorType", error.code());
        headers.put("Content-Type", mediaType());
        Struct struct = ErrorTree.of(model, error);
        RestOutput.head(struct, error.status(), headers);
        JsonWriter writer = new JsonWriter(new Bytes(256));
        new TreeEncoder(writer, TimestampFormat.EPOCH_SECONDS).struct(struct);
        return WireResponse.of(error.status(), headers, writer.finish());
    }

    @Override
    public AwsError unknownOperation(String name) {
        return new AwsError("UnknownOperationException", 404, null);
    }
}
