package org.aforo.service.streams.internal.op;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.streams.internal.Errors;
import org.aforo.service.streams.internal.Stream;
import org.aforo.service.streams.internal.StreamName;
import org.aforo.service.streams.internal.Streams;

/**
 * UpdateStreamWarmThroughput.
 *
 * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_UpdateStreamWarmThroughput.html">AWS</a>
 */
public record UpdateStreamWarmThroughput(Streams streams) {

    public record Input(String streamName, String streamARN, Integer warmThroughputMiBps) {
        public String resource() {
            return StreamName.shortName(streamName, streamARN);
        }
    }

    public record Output(String streamName, String streamARN, DescribeStreamSummary.Warm warmThroughput) {
    }

    public Output handle(Input in, Call call) throws AwsError {
        StreamName name = StreamName.of(in.streamName, in.streamARN, call);
        if (!streams.find(name).meta().onDemand()) {
            throw Errors.validation("Warm throughput can be set for streams in ON_DEMAND mode only.");
        }
        Stream stream = streams.warm(name, in.warmThroughputMiBps);
        return new Output(name.name(), stream.arn().toString(),
                new DescribeStreamSummary.Warm(in.warmThroughputMiBps, stream.openShards()));
    }
}
