package org.aforo.protocol.internal.wire;

import java.io.IOException;

import org.aforo.api.endpoint.AwsError;
import org.aforo.protocol.WireResponse;
import org.aforo.protocol.internal.model.Operation;
import org.aforo.protocol.internal.model.ServiceModel;
import org.aforo.protocol.internal.tree.Struct;

/** One of AWS's protocols, seen from the server. Stateless. */
public interface Protocol {

    /**
     * Reads an operation's input.
     *
     * @throws AwsError when the request isn't what the protocol and the model say
     */
    Struct decode(Incoming in, ServiceModel model, Operation operation) throws IOException;

    /** Writes an operation's output. */
    WireResponse encode(Incoming in, ServiceModel model, Operation operation, Struct output);

    /**
     * Writes an error.
     *
     * @param model null when it isn't known which service was meant
     */
    WireResponse error(Incoming in, ServiceModel model, AwsError error);

    /** What is said of an operation that there is not. */
    default AwsError unknownOperation(String name) {
        return AwsError.client("UnknownOperationException", null);
    }

    /** What is said of an input that the model's constraints don't allow. */
    default AwsError invalid(AwsError violation) {
        return violation;
    }
}
