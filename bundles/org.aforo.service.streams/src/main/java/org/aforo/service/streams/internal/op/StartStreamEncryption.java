package org.aforo.service.streams.internal.op;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.streams.internal.Encryption;
import org.aforo.service.streams.internal.OfStream;
import org.aforo.service.streams.internal.StreamName;

/**
 * StartStreamEncryption.
 *
 * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_StartStreamEncryption.html">AWS</a>
 */
public record StartStreamEncryption(Encryption encryption) {

    public record Input(String streamName, String streamARN, String encryptionType, String keyId) implements OfStream {
        public String resource() {
            return StreamName.shortName(streamName, streamARN);
        }
    }

    public Void handle(Input in, Call call) throws AwsError {
        encryption.start(StreamName.of(in.streamName, in.streamARN, call), in.encryptionType, in.keyId);
        return null;
    }
}
