package org.aforo.service.topics.internal.delivery;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import org.aforo.api.Arn;
import org.aforo.api.endpoint.AwsError;
import org.aforo.api.flow.Destinations;
import org.aforo.api.flow.FlowRecord;
import org.aforo.api.flow.RecordSink;

/**
 * A delivery stream: a line of JSON for each message, or the text as it is.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-firehose-as-subscriber.html">Fan-out to delivery
 *      streams</a>
 */
record StreamEndpoint(Arn stream, Destinations destinations, Envelopes envelopes) implements Endpoint {

    @Override
    public Outcome deliver(Letter letter) throws InterruptedException {
        String data = letter.style().raw() ? letter.text() : envelopes.line(letter);
        FlowRecord item = new FlowRecord(letter.id(), "", ByteBuffer.wrap(data.getBytes(StandardCharsets.UTF_8))
                .asReadOnlyBuffer(), letter.time());
        try {
            RecordSink.Outcome outcome = destinations.sink(stream.toString()).put(List.of(item)).getFirst();
            return outcome.error() == null ? new Outcome.Delivered() : Queues.failure(outcome.error());
        } catch (AwsError e) {
            return Queues.failure(e);
        }
    }

    @Override
    public Optional<Arn> resource() {
        return Optional.of(stream);
    }
}
