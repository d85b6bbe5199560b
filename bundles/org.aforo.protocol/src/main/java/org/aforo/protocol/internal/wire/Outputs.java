package org.aforo.protocol.internal.wire;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

import org.aforo.api.endpoint.AwsError;
import org.aforo.protocol.WireResponse;
import org.aforo.protocol.internal.model.ServiceModel;
import org.aforo.protocol.internal.model.Shape;
import org.aforo.protocol.internal.tree.Bytes;
import org.aforo.protocol.internal.tree.Struct;

/** What the protocols' answers have in common. */
public final class Outputs {

    public static final ByteBuffer EMPTY = ByteBuffer.allocate(0).asReadOnlyBuffer();

    /** Header that tells a host's id, to be told to AWS's support beside the request's. */
    public static final String HOST_ID = "x-amz-id-2";

    private static final int USUAL = 512;
    private static final int PER_ITEM = 192;
    private static final int LARGEST = 8 << 20;

    /** From here on a body is sent while it is encoded, in chunks, and its length isn't told. */
    private static final int STREAMED = 256 << 10;

    private Outputs() {
    }

    /** Writes an output as a protocol has it. */
    @FunctionalInterface
    public interface Encoder {
        void write(Bytes to, Struct output);
    }

    /** The response with an output as its body. */
    public static WireResponse response(int status, Map<String, String> headers, Struct output, Encoder encoder) {
        if (guess(output) >= STREAMED) {
            return WireResponse.feed(status, headers, new BodyFeed(output, encoder));
        }
        return WireResponse.of(status, headers, whole(output, encoder));
    }

    /** An output's body. */
    public static ByteBuffer whole(Struct output, Encoder encoder) {
        Bytes bytes = new Bytes(guess(output));
        encoder.write(bytes, output);
        return bytes.buffer();
    }

    /** How much room an output's text will need, about: a list's items are taken to be as large as its first. */
    public static int guess(Struct output) {
        long guess = USUAL;
        for (Object value : output.values()) {
            guess += switch (value) {
                case List<?> list when !list.isEmpty() -> (long) list.size() * size(list.getFirst());
                case null, default -> 0;
            };
        }
        return (int) Math.min(guess, LARGEST);
    }

    private static long size(Object item) {
        long size = PER_ITEM;
        if (item instanceof Struct struct) {
            for (Object value : struct.values()) {
                size += value instanceof ByteBuffer blob ? blob.remaining() / 3 * 4L : 0;
            }
        }
        return size;
    }

    /**
     * An error's name in full, as awsJson 1.0 and rpcv2Cbor tell it: with the namespace of its shape, or of the front
     * end when the model doesn't know it.
     */
    public static String errorId(ServiceModel model, AwsError error) {
        boolean known = model != null && model.error(error.code()) != null && model.shapes() != null;
        return (known ? model.shapes() : "com.amazon.coral.service") + '#' + error.code();
    }

    /** Tells the host's id where the service does. */
    public static void hostId(Map<String, String> headers, Incoming in, ServiceModel model) {
        if (model != null && model.hostIds()) {
            headers.put(HOST_ID, in.hostId());
        }
    }

    /**
     * Tells the error's code in the query protocol, to clients from before the service spoke JSON.
     *
     * @see <a href="https://smithy.io/2.0/aws/protocols/aws-query-protocol.html">awsQueryCompatible</a>
     */
    public static void queryError(Map<String, String> headers, ServiceModel model, AwsError error) {
        if (model == null || !model.queryErrors()) {
            return;
        }
        Shape shape = model.error(error.code());
        boolean coded = shape != null && shape.traits().error() != null && shape.traits().error().code() != null;
        String code = coded ? shape.traits().error().code() : error.code();
        headers.put("x-amzn-query-error", code + ';' + (error.status() >= 500 ? "Receiver" : "Sender"));
    }
}
