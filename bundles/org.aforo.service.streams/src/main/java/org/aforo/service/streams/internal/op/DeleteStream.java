package org.aforo.service.streams.internal.op;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.streams.internal.OfStream;
import org.aforo.service.streams.internal.StreamName;
import org.aforo.service.streams.internal.Streams;

/**
 * DeleteStream.
 *
 * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_DeleteStream.html">API reference</a>
 */
public record DeleteStream(Streams streams) {

    public record Input(String streamName, String streamARN, Boolean enforceConsumerDeletion) implements OfStream {
        public String resource() {
            return StreamName.shortName(streamName, streamARN);
        }
    }

    public Void handle(Input in, Call call) throws AwsError {
        streams.delete(StreamName.of(in.streamName, in.streamARN, call),
                Boolean.TRUE.equals(in.enforceConsumerDeletion));
        return null;
    }
}
