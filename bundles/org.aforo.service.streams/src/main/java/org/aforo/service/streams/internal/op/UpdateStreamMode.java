package org.aforo.service.streams.internal.op;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.streams.internal.Capacity;
import org.aforo.service.streams.internal.OfStream;
import org.aforo.service.streams.internal.StreamName;

/**
 * UpdateStreamMode.
 *
 * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_UpdateStreamMode.html">AWS</a>
 */
public record UpdateStreamMode(Capacity capacity) {

    public record Input(String streamARN, CreateStream.Mode streamModeDetails,
            Integer warmThroughputMiBps) implements OfStream {
        public String resource() {
            return StreamName.shortName(null, streamARN);
        }
    }

    public Void handle(Input in, Call call) throws AwsError {
        capacity.switchMode(StreamName.of(null, in.streamARN, call), in.streamModeDetails.streamMode(),
                in.warmThroughputMiBps);
        return null;
    }
}
