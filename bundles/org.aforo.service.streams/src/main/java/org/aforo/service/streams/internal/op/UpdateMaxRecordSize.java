package org.aforo.service.streams.internal.op;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.streams.internal.OfStream;
import org.aforo.service.streams.internal.StreamName;
import org.aforo.service.streams.internal.Streams;

/**
 * UpdateMaxRecordSize.
 *
 * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_UpdateMaxRecordSize.html">AWS</a>
 */
public record UpdateMaxRecordSize(Streams streams) {

    public record Input(String streamARN, Integer maxRecordSizeInKiB) implements OfStream {
        public String resource() {
            return StreamName.shortName(null, streamARN);
        }
    }

    public Void handle(Input in, Call call) throws AwsError {
        streams.change(StreamName.of(null, in.streamARN, call), meta -> meta.with(
                settings -> settings.withMaxRecord(in.maxRecordSizeInKiB)));
        return null;
    }
}
