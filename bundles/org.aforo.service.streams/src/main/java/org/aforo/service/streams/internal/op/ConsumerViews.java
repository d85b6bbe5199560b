package org.aforo.service.streams.internal.op;

import java.time.Instant;

import org.aforo.service.streams.internal.Consumer;
import org.aforo.service.streams.internal.ConsumerMeta;

/** Consumers as clients are shown them. */
final class ConsumerViews {

    private ConsumerViews() {
    }

    /**
     * Consumer.
     *
     * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_Consumer.html">API reference</a>
     */
    record View(String consumerName, String consumerARN, String consumerStatus, Instant consumerCreationTimestamp) {
        static View of(Consumer consumer) {
            ConsumerMeta meta = consumer.meta();
            return new View(meta.name(), consumer.arn().toString(), meta.status(),
                    Instant.ofEpochMilli(meta.created()));
        }
    }

    /**
     * ConsumerDescription.
     *
     * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_ConsumerDescription.html">AWS</a>
     */
    record Description(String consumerName, String consumerARN, String consumerStatus,
            Instant consumerCreationTimestamp, String streamARN) {
        static Description of(Consumer consumer) {
            View view = View.of(consumer);
            return new Description(view.consumerName, view.consumerARN, view.consumerStatus,
                    view.consumerCreationTimestamp, consumer.parent().orElseThrow().toString());
        }
    }
}
