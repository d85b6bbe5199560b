package org.aforo.service.streams.internal.op;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.streams.internal.StreamName;
import org.aforo.service.streams.internal.Streams;

/**
 * StopStreamEncryption.
 *
 * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_StopStreamEncryption.html">AWS</a>
 */
public record StopStreamEncryption(Streams streams) {

    public record Input(String streamName, String streamARN, String encryptionType, String keyId) {
        public String resource() {
            return StreamName.shortName(streamName, streamARN);
        }
    }

    public Void handle(Input in, Call call) throws AwsError {
        Encryptions.check(in.encryptionType);
        StreamName name = StreamName.of(in.streamName, in.streamARN, call);
        streams.change(name, meta -> {
            if (!in.keyId.equals(meta.settings().keyId())) {
                throw Encryptions.notWith(in.keyId, name);
            }
            return meta.with(settings -> settings.withKey(null));
        });
        return null;
    }
}
