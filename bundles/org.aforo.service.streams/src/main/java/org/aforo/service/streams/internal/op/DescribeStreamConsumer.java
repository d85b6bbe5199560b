package org.aforo.service.streams.internal.op;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.streams.internal.Consumers;
import org.aforo.service.streams.internal.OfStream;
import org.aforo.service.streams.internal.StreamName;

/**
 * DescribeStreamConsumer.
 *
 * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_DescribeStreamConsumer.html">AWS</a>
 */
public record DescribeStreamConsumer(Consumers consumers) {

    public record Input(String streamARN, String consumerName, String consumerARN) implements OfStream {
        public String resource() {
            return StreamName.shortName(null, streamARN == null ? StreamName.ofConsumer(consumerARN) : streamARN);
        }
    }

    public record Output(ConsumerViews.Description consumerDescription) {
    }

    public Output handle(Input in, Call call) throws AwsError {
        return new Output(ConsumerViews.Description
                .of(consumers.find(in.streamARN, in.consumerName, in.consumerARN)));
    }
}
