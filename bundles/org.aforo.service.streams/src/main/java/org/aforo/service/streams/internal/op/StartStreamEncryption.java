package org.aforo.service.streams.internal.op;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.streams.internal.StreamName;
import org.aforo.service.streams.internal.Streams;

/**
 * StartStreamEncryption.
 *
 * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_StartStreamEncryption.html">AWS</a>
 */
public record StartStreamEncryption(Streams streams) {

    public record Input(String streamName, String streamARN, String encryptionType, String keyId) {
        public String resource() {
            return StreamName.shortName(streamName, streamARN);
        }
    }

    public Void handle(Input in, Call call) throws AwsError {
        Encryptions.check(in.encryptionType);
        streams.change(StreamName.of(in.streamName, in.streamARN, call),
                meta -> meta.with(settings -> settings.withKey(in.keyId)));
        return null;
    }
}
