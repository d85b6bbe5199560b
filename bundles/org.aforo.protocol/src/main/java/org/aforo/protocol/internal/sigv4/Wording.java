package org.aforo.protocol.internal.sigv4;

import java.io.IOException;
import java.time.Instant;

import org.aforo.api.endpoint.AwsError;
import org.aforo.protocol.internal.model.ServiceModel;
import org.aforo.protocol.internal.wire.Incoming;

/** What a family of services demands of a signature, and in which words it refuses one. Stateless. */
sealed interface Wording permits S3Wording, FrontWording {

    /** The one that goes with a service and the protocol it is spoken to in. */
    static Wording of(ServiceModel model, String mediaType) {
        if (mediaType.equals("application/x-www-form-urlencoded")) {
            return FrontWording.QUERY;
        }
        return switch (model.protocol()) {
            case "rest-xml" -> "s3".equals(model.signingName()) ? S3Wording.INSTANCE : FrontWording.QUERY;
            case "query", "ec2" -> FrontWording.QUERY;
            case "rest-json" -> FrontWording.REST_JSON;
            default -> FrontWording.JSON;
        };
    }

    /** Nothing is signed, or not by version 4. */
    AwsError unsigned(Incoming in);

    /** Signed in the header and in the query. */
    AwsError twice();

    /**
     * Sees to it that everything is there and what it should be.
     *
     * @param service signing name of the service that was called
     */
    Signed read(Fields fields, String service);

    /** Sees to it that the headers are signed which have to be. */
    void covered(Signed signed, Incoming in);

    /** Sees to it that the signature is neither too old nor of the future. */
    void current(Signed signed, Instant now);

    /** The body's hash in the canonical request, or the word in its place. */
    String hash(Signed signed, Incoming in) throws IOException;

    AwsError unknownKey(String accessKey);

    /**
     * The signature is another.
     *
     * @param canonical the request that should have been signed
     * @param text      the string that should have been signed
     */
    AwsError mismatch(Signed signed, String canonical, String text);
}
