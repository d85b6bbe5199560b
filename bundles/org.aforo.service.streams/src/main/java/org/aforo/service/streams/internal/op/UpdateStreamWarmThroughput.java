package org.aforo.service.streams.internal.op;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.streams.internal.Capacity;
import org.aforo.service.streams.internal.OfStream;
import org.aforo.service.streams.internal.Stream;
import org.aforo.service.streams.internal.StreamName;

/**
 * UpdateStreamWarmThroughput.
 *
 * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_UpdateStreamWarmThroughput.html">AWS</a>
 */
public record UpdateStreamWarmThroughput(Capacity capacity) {

    public record Input(String streamName, String streamARN, Integer warmThroughputMiBps) implements OfStream {
        public String resource() {
            return StreamName.shortName(streamName, streamARN);
        }
    }

    public record Output(String streamName, String streamARN, DescribeStreamSummary.Warm warmThroughput) {
    }

    public Output handle(Input in, Call call) throws AwsError {
        StreamName name = StreamName.of(in.streamName, in.streamARN, call);
        Stream stream = capacity.warm(name, in.warmThroughputMiBps);
        return new Output(name.name(), stream.arn().toString(),
                new DescribeStreamSummary.Warm(in.warmThroughputMiBps, stream.openShards()));
    }
}
