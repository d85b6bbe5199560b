package org.aforo.service.streams.internal.op;

import org.aforo.api.endpoint.AwsError;
import org.aforo.service.streams.internal.Errors;
import org.aforo.service.streams.internal.StreamName;

/** What the operations that switch encryption refuse. */
final class Encryptions {

    private Encryptions() {
    }

    static void check(String type) throws AwsError {
        if (!type.equals("KMS")) {
            throw Errors.invalid("EncryptionType must be KMS.");
        }
    }

    static AwsError notWith(String keyId, StreamName name) {
        return Errors.invalid("Stream " + name.label() + " is not encrypted with the key " + keyId + ".");
    }
}
