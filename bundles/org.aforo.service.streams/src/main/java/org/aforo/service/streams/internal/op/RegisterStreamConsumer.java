package org.aforo.service.streams.internal.op;

import java.util.Map;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.streams.internal.Consumers;
import org.aforo.service.streams.internal.OfStream;
import org.aforo.service.streams.internal.StreamName;

/**
 * RegisterStreamConsumer.
 *
 * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_RegisterStreamConsumer.html">AWS</a>
 */
public record RegisterStreamConsumer(Consumers consumers) {

    public record Input(String streamARN, String consumerName, Map<String, String> tags) implements OfStream {
        public String resource() {
            return StreamName.shortName(null, streamARN);
        }
    }

    public record Output(ConsumerViews.View consumer) {
    }

    public Output handle(Input in, Call call) throws AwsError {
        return new Output(ConsumerViews.View.of(consumers.register(StreamName.of(null, in.streamARN, call),
                in.consumerName, in.tags == null ? Map.of() : in.tags)));
    }
}
