package org.aforo.protocol.internal.cbor;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import org.aforo.api.endpoint.AwsError;
import org.aforo.protocol.WireResponse;
import org.aforo.protocol.internal.binding.ErrorTree;
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
 * Smithy's rpcv2Cbor, and Kinesis's own CBOR: awsJson 1.1 in all but the form of the body, whose timestamps count
 * milliseconds.
 *
 * @see <a href="https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html">The protocol</a>
 */
public enum CborRpc implements Protocol {
    KINESIS("application/x-amz-cbor-1.1", TimestampFormat.EPOCH_MILLIS), V2("application/cbor",
            TimestampFormat.EPOCH_SECONDS);

    /** The header that tells the protocol, and its value in {@link #V2}. */
    public static final String HEADER = "smithy-protocol";
    public static final String NAME = "rpc-v2-cbor";

    private final String mediaType;
    private final TimestampFormat timestamps;
    private final TreeDecoder.Rules rules;

    CborRpc(String mediaType, TimestampFormat timestamps) {
        this.mediaType = mediaType;
        this.timestamps = timestamps;
        this.rules = new TreeDecoder.Rules(timestamps, false, true);
    }

    public String mediaType() {
        return mediaType;
    }

    @Override
    public Struct decode(Incoming in, ServiceModel model, Operation operation) throws IOException {
        if (operation.input() == null) {
            return null;
        }
        if (this == V2 && !in.body().hasRemaining()) {
            return new Struct(operation.input());
        }
        return new TreeDecoder(CborReader.of(in.body(), timestamps), rules).root(operation.input());
    }

    @Override
    public WireResponse encode(Incoming in, ServiceModel model, Operation operation, Struct output) {
        Map<String, String> headers = headers(in, model);
        if (operation.output() == null) {
            return WireResponse.of(operation.status(), headers, Outputs.EMPTY);
        }
        Member events = operation.output().events();
        if (events != null) {
            return EventFeed.response(model, output, events, headers, mediaType,
                    event -> Outputs.whole(event, this::write));
        }
        headers.put("Content-Type", mediaType);
        return Outputs.response(operation.status(), headers, output, this::write);
    }

    private void write(Bytes to, Struct struct) {
        new TreeEncoder(new CborWriter(to, timestamps), timestamps).struct(struct);
    }

    @Override
    public WireResponse error(Incoming in, ServiceModel model, AwsError error) {
        Map<String, String> headers = headers(in, model);
        headers.put("Content-Type", mediaType);
        Outputs.queryError(headers, model, error);
        Bytes bytes = new Bytes(256);
        CborWriter writer = new CborWriter(bytes, timestamps);
        Struct struct = ErrorTree.of(model, error);
        writer.startStruct(1 + TreeEncoder.bodySize(struct));
        writer.name("__type");
        writer.string(this == V2 ? Outputs.errorId(model, error) : error.code());
        new TreeEncoder(writer, timestamps).members(struct);
        writer.endStruct();
        return WireResponse.of(error.status(), headers, bytes.buffer());
    }

    private Map<String, String> headers(Incoming in, ServiceModel model) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (this == V2) {
            headers.put(HEADER, NAME);
        }
        headers.put("x-amzn-RequestId", in.requestId());
        Outputs.hostId(headers, in, model);
        return headers;
    }
}
