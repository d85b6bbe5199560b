package org.aforo.service.streams.internal.op;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.streams.internal.Consumers;
import org.aforo.service.streams.internal.OfStream;
import org.aforo.service.streams.internal.StreamName;

/**
 * DeregisterStreamConsumer.
 *
 * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_DeregisterStreamConsumer.html">AWS</a>
 */
public record DeregisterStreamConsumer(Consumers consumers) {

    public record Input(String streamARN, String consumerName, String consumerARN) implements OfStream {
        public String resource() {
            return StreamName.shortName(null, streamARN == null ? StreamName.ofConsumer(consumerARN) : streamARN);
        }
    }

    public Void handle(Input in, Call call) throws AwsError {
        consumers.deregister(consumers.find(in.streamARN, in.consumerName, in.consumerARN));
        return null;
    }
}
