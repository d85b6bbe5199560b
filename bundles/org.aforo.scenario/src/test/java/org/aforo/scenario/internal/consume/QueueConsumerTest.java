package org.aforo.scenario.internal.consume;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.aforo.scenario.Scenario.ConsumerSpec;
import org.aforo.scenario.Scenario.Target;
import org.aforo.scenario.Scenario.Way;
import org.aforo.scenario.internal.produce.Item;
import org.aforo.scenario.internal.wire.AwsClient;
import org.aforo.scenario.internal.wire.Batch;
import org.aforo.service.queues.internal.QueuesService;
import org.aforo.testkit.TestBench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Workers over the wire, at real queues. */
class QueueConsumerTest {

    private static final Target IN = new Target("sqs", "in");
    private static final Target OUT = new Target("sqs", "out");

    private TestBench bench;
    private AwsClient client;

    @BeforeEach
    void open() {
        bench = TestBench.flowing(50).with(QueuesService::new);
        client = new AwsClient(bench.http());
        bench.call("sqs", "CreateQueue", Map.of("QueueName", "in", "Attributes", Map.of("VisibilityTimeout", "600")));
        bench.call("sqs", "CreateQueue", Map.of("QueueName", "out"));
    }

    @AfterEach
    void close() {
        client.close();
        bench.close();
    }

    private void send(int messages) throws Exception {
        Instant told = bench.bench().clock().now().minusSeconds(600);
        for (int from = 0; from < messages; from += 10) {
            assertThat(Batch.put(client, IN, IntStream.range(from, from + 10)
                    .mapToObj(i -> new Item("k", ("{\"n\":" + i + ",\"at\":\"" + told + "\"}").getBytes()))
                    .toList())).isEmpty();
        }
    }

    private QueueConsumer consume(Way.Work work, String since, int wanted) throws Exception {
        QueueConsumer consumer = new QueueConsumer(new ConsumerSpec("c", IN, Duration.ZERO, since, work), work,
                bench.bench(), client);
        consumer.prepare();
        Thread thread = bench.bench().scheduler().start("consumer", () -> {
            try {
                consumer.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        for (int i = 0; i < 2_000 && consumer.received().records() < wanted && consumer.failure().isEmpty(); i++) {
            Thread.sleep(5);
        }
        consumer.stop();
        thread.join();
        assertThat(consumer.failure()).isEmpty();
        return consumer;
    }

    private String waiting(String queue) {
        Map<?, ?> attributes = (Map<?, ?>) bench.call("sqs", "GetQueueAttributes", Map.of("QueueUrl",
                client.queue(queue), "AttributeNames", List.of("All"))).get("Attributes");
        return attributes.get("ApproximateNumberOfMessages") + " " + attributes
                .get("ApproximateNumberOfMessagesNotVisible");
    }

    @Test
    void messagesAreDoneOnceSentOnAndDeleted() throws Exception {
        send(40);

        QueueConsumer consumer = consume(new Way.Work(4, Duration.ofMillis(100), OUT, "", null), "", 40);

        assertThat(consumer.received().records()).isEqualTo(40);
        assertThat(waiting("in")).isEqualTo("0 0");
        assertThat(waiting("out")).isEqualTo("40 0");
    }

    @Test
    void whatFailsComesAgainUntilItFailsNoMore() throws Exception {
        bench.call("sqs", "SetQueueAttributes", Map.of("QueueUrl", client.queue("in"), "Attributes",
                Map.of("VisibilityTimeout", "60")));
        send(20);

        QueueConsumer consumer = consume(
                new Way.Work(2, Duration.ofMillis(1), null, "\"n\":7,", Duration.ofSeconds(40)), "", 20);

        assertThat(consumer.received().records()).isEqualTo(20);
        assertThat(bench.bench().meters().open(Consumer.METERED + "c", "in").snapshot().errors()).isPositive();
        assertThat(waiting("in")).isEqualTo("0 0");
    }

    @Test
    void delaysAreCountedFromWhatTheMessageTells() throws Exception {
        send(10);

        QueueConsumer consumer = consume(new Way.Work(1, Duration.ZERO, null, "", null), "at", 10);

        double seconds = bench.bench().meters().open(Consumer.METERED + "c", "in").snapshot().latency().p50() / 1e9
                * bench.bench().clock().scale();
        assertThat(seconds).isBetween(600.0, 1000.0);
        assertThat(consumer.delays().drawHalf()).isBetween(600_000L, 1_000_000L);
    }
}
