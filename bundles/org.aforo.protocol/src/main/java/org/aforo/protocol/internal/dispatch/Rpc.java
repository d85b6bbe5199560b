package org.aforo.protocol.internal.dispatch;

import org.aforo.api.endpoint.AwsError;
import org.aforo.protocol.internal.cbor.CborRpc;
import org.aforo.protocol.internal.json.JsonRpc;
import org.aforo.protocol.internal.wire.Incoming;
import org.aforo.protocol.internal.wire.Protocol;

/** The protocols that name the operation, which a request's headers tell. */
final class Rpc {

    private static final String SERVICE = "service";
    private static final String OPERATION = "operation";

    private Rpc() {
    }

    /**
     * The protocol that a request is in.
     *
     * @param jsonVersion what the model speaks if the request doesn't tell, or null
     */
    static Protocol of(Incoming in, String jsonVersion) {
        if (isV2(in)) {
            return CborRpc.V2;
        }
        String type = in.mediaType();
        return type.equals(CborRpc.KINESIS.mediaType()) ? CborRpc.KINESIS : JsonRpc.of(type, jsonVersion);
    }

    static boolean isV2(Incoming in) {
        return CborRpc.NAME.equals(in.header(CborRpc.HEADER));
    }

    /**
     * A service's and an operation's name.
     *
     * @param target as in X-Amz-Target
     */
    record Name(String service, String operation) {

        static Name ofTarget(String target) {
            int dot = target.lastIndexOf('.');
            return new Name(dot < 0 ? target : target.substring(0, dot), dot < 0 ? "" : target.substring(dot + 1));
        }

        /** Reads a path that ends in {@code /service/NAME/operation/NAME}. */
        static Name ofPath(String path) {
            String[] parts = path.split("/", -1);
            int n = parts.length;
            if (n < 5 || !parts[n - 4].equals(SERVICE) || !parts[n - 2].equals(OPERATION)) {
                throw new AwsError("UnknownOperationException", 404, null);
            }
            return new Name(parts[n - 3], parts[n - 1]);
        }
    }
}
