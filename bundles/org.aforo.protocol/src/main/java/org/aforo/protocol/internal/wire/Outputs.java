package org.aforo.protocol.internal.wire;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

import org.aforo.api.endpoint.AwsError;
import org.aforo.protocol.internal.model.ServiceModel;
import org.aforo.protocol.internal.model.Shape;
import org.aforo.protocol.internal.tree.Struct;

/** What the protocols' answers have in common. */
public final class Outputs {

    public static final ByteBuffer EMPTY = ByteBuffer.allocate(0).asReadOnlyBuffer();

    private static final int USUAL = 512;
    private static final int PER_ITEM = 128;

    private Outputs() {
    }

    /** How much room an output's text will need, about. */
    public static int guess(Struct output) {
        int guess = USUAL;
        for (Object value : output.values()) {
            guess += value instanceof List<?> list ? Math.min(list.size(), 10_000) * PER_ITEM : 0;
        }
        return guess;
    }

    /**
     * An error's name in full, as awsJson 1.0 and rpcv2Cbor tell it: with the namespace of its shape, or of the front
     * end when the model doesn't know it.
     */
    public static String errorId(ServiceModel model, AwsError error) {
        boolean known = model != null && model.error(error.code()) != null && model.shapes() != null;
        return (known ? model.shapes() : "com.amazon.coral.service") + '#' + error.code();
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
