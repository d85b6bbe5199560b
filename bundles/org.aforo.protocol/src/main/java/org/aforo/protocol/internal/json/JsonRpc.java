package org.aforo.protocol.internal.json;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import org.aforo.api.endpoint.AwsError;
import org.aforo.protocol.WireResponse;
import org.aforo.protocol.internal.event.EventFeed;
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
import org.aforo.protocol.internal.wire.Protocol;

/**
 * awsJson 1.0 and 1.1.
 *
 * @see <a href="https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html">The protocol</a>
 */
public enum JsonRpc implements Protocol {
    V1_0("application/x-amz-json-1.0"), V1_1("application/x-amz-json-1.1");

    private static final TreeDecoder.Rules RULES = new TreeDecoder.Rules(TimestampFormat.EPOCH_SECONDS, true, true);

    private final String mediaType;

    JsonRpc(String mediaType) {
        this.mediaType = mediaType;
    }

    /** The version that the client speaks, or else the model's. */
    public static JsonRpc of(String mediaType, String modelVersion) {
        if (mediaType.equals(V1_0.mediaType)) {
            return V1_0;
        }
        return mediaType.equals(V1_1.mediaType) || !"1.0".equals(modelVersion) ? V1_1 : V1_0;
    }

    @Override
    public Struct decode(Incoming in, ServiceModel model, Operation operation) throws IOException {
        JsonReader reader = JsonReader.of(in.body());
        if (operation.input() == null || operation.input().size() == 0 && reader.isEmpty()) {
            return null;
        }
        return new TreeDecoder(reader, RULES).root(operation.input());
    }

    @Override
    public WireResponse encode(Incoming in, ServiceModel model, Operation operation, Struct output) {
        if (operation.output() == null) {
            return WireResponse.of(operation.status(), headers(in, model), Outputs.EMPTY);
        }
        Member events = operation.output().events();
        if (events != null) {
            return EventFeed.response(model, output, events, headers(in, model), "application/json",
                    event -> Outputs.whole(event, JsonRpc::write));
        }
        return Outputs.response(operation.status(), headers(in, model), output, JsonRpc::write);
    }

    private static void write(Bytes to, Struct struct) {
        JsonWriter writer = new JsonWriter(to);
        new TreeEncoder(writer, TimestampFormat.EPOCH_SECONDS).struct(struct);
        writer.finish();
    }

    @Override
    public WireResponse error(Incoming in, ServiceModel model, AwsError error) {
        Map<String, String> headers = headers(in, model);
        Outputs.queryError(headers, model, error);
        String type = this == V1_0 ? Outputs.errorId(model, error) : error.code();
        return WireResponse.of(error.status(), headers,
                JsonErrors.body(model, error, type, TimestampFormat.EPOCH_SECONDS));
    }

    private Map<String, String> headers(Incoming in, ServiceModel model) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", mediaType);
        headers.put("x-amzn-RequestId", in.requestId());
        Outputs.hostId(headers, in, model);
        return headers;
    }
}
