package org.aforo.service.streams.internal.op;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.streams.internal.OfStream;
import org.aforo.service.streams.internal.Retention;
import org.aforo.service.streams.internal.StreamName;

/**
 * DecreaseStreamRetentionPeriod.
 *
 * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_DecreaseStreamRetentionPeriod.html">AWS</a>
 */
public record DecreaseStreamRetentionPeriod(Retention retention) {

    public record Input(String streamName, String streamARN, Integer retentionPeriodHours) implements OfStream {
        public String resource() {
            return StreamName.shortName(streamName, streamARN);
        }
    }

    public Void handle(Input in, Call call) throws AwsError {
        retention.decrease(StreamName.of(in.streamName, in.streamARN, call), in.retentionPeriodHours);
        return null;
    }
}
