package org.aforo.service.topics.internal.delivery;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.aforo.api.Arn;
import org.aforo.service.topics.internal.message.MessageAttribute;

/**
 * A queue.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-sqs-as-subscriber.html">Fan-out to queues</a>
 */
record QueueEndpoint(Arn topic, Arn queue, Queues queues, Envelopes envelopes) implements Endpoint {

    private static final int MOST_ATTRIBUTES = 10;

    @Override
    public Outcome deliver(Letter letter) throws InterruptedException {
        boolean raw = letter.style().raw();
        if (raw && letter.attributes().size() > MOST_ATTRIBUTES) {
            return new Outcome.Failed("InvalidParameterValue", "A message has " + letter.attributes().size()
                    + " attributes; a queue takes " + MOST_ATTRIBUTES + " with raw delivery.", true);
        }
        return queues.send(topic, queue, envelopes.body(letter), raw ? attributes(letter) : Map.of(), letter.message());
    }

    private static Map<String, Object> attributes(Letter letter) {
        Map<String, Object> all = new LinkedHashMap<>();
        letter.attributes().forEach((name, attribute) -> all.put(name, attribute(attribute)));
        return all;
    }

    private static Map<String, Object> attribute(MessageAttribute attribute) {
        return attribute.isBinary()
                ? Map.of("DataType", attribute.type(), "BinaryValue", ByteBuffer.wrap(attribute.binary()))
                : Map.of("DataType", attribute.type(), "StringValue", attribute.text());
    }

    @Override
    public Optional<Arn> resource() {
        return Optional.of(queue);
    }
}
