package org.aforo.scenario.internal.produce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.aforo.api.fault.Fault;
import org.aforo.scenario.Scenario.Origin;
import org.aforo.scenario.Scenario.ProducerSpec;
import org.aforo.scenario.Scenario.Target;
import org.aforo.scenario.internal.wire.AwsClient;
import org.aforo.scenario.internal.wire.Batch;
import org.aforo.service.queues.internal.QueuesService;
import org.aforo.service.topics.internal.TopicsService;
import org.aforo.testkit.TestBench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Producers over the wire, at real queues and topics. */
class PacedProducerTest {

    private TestBench bench;
    private AwsClient client;

    @BeforeEach
    void open() {
        TestBench made = TestBench.flowing(50).with(QueuesService::new);
        bench = made.with(b -> new TopicsService(b, made::dispatcher, made::http));
        client = new AwsClient(bench.http());
        bench.call("sqs", "CreateQueue", Map.of("QueueName", "q"));
        bench.call("sqs", "CreateQueue", Map.of("QueueName", "q.fifo", "Attributes", Map.of("FifoQueue", "true")));
        bench.call("sns", "CreateTopic", Map.of("Name", "t"));
        bench.call("sns", "CreateTopic", Map.of("Name", "t.fifo", "Attributes", Map.of("FifoTopic", "true")));
    }

    @AfterEach
    void close() {
        client.close();
        bench.close();
    }

    private PacedProducer produce(Target target) throws InterruptedException {
        List<Item> items = IntStream.range(0, 35)
                .mapToObj(i -> new Item("k" + i % 3, ("<ñ & " + i + '>').getBytes(StandardCharsets.UTF_8))).toList();
        PacedProducer producer = new PacedProducer(new ProducerSpec("p", new Origin.DemoTicker(), target, List.of(),
                false), items.iterator(), client, bench.bench(), () -> false);
        producer.run();
        return producer;
    }

    private long published(String topic) {
        return bench.resource(bench.arn("sns", topic)).in().snapshot().records();
    }

    @ParameterizedTest
    @ValueSource(strings = {"t", "t.fifo"})
    void whatIsPublishedToATopicComesToItsQueueAsItIs(String topic) throws Exception {
        String queue = topic.replace('t', 'q');
        bench.call("sns", "Subscribe", Map.of("TopicArn", bench.arn("sns", topic), "Protocol", "sqs", "Endpoint",
                bench.arn("sqs", queue), "Attributes", Map.of("RawMessageDelivery", "true")));

        PacedProducer producer = produce(new Target("sns", topic));

        assertThat(producer.failure()).isEmpty();
        assertThat(producer.sent().records()).isEqualTo(35);
        assertThat(published(topic)).isEqualTo(35);
        Map<?, ?> received = bench.call("sqs", "ReceiveMessage", Map.of("QueueUrl", client.queue(queue),
                "WaitTimeSeconds", 20, "MessageSystemAttributeNames", List.of("MessageGroupId")));
        Map<?, ?> first = (Map<?, ?>) ((List<?>) received.get("Messages")).getFirst();
        assertThat((String) first.get("Body")).matches("<ñ & \\d+>");
        if (topic.endsWith(".fifo")) {
            assertThat(first.get("Attributes").toString()).contains("MessageGroupId=k");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqs:q", "sns:t"})
    void whatIsRefusedInABatchIsSentAgain(String target) throws Exception {
        String[] parts = target.split(":");
        bench.bench().faults().inject(new Fault("", parts[0], "*", parts[1],
                new Fault.Effect.PartialFailure("InternalError", "broken"), 0.5, 1, null));

        PacedProducer producer = produce(new Target(parts[0], parts[1]));

        assertThat(producer.failure()).isEmpty();
        assertThat(producer.sent().records()).isEqualTo(35);
        assertThat(bench.resource(bench.arn(parts[0], parts[1])).in().snapshot().records()).isEqualTo(35);
    }

    @Test
    void aTopicThatIsNotThereEndsIt() throws Exception {
        assertThat(produce(new Target("sns", "none")).failure()).isEqualTo("NotFound: Topic does not exist");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqs:q", "sns:t"})
    void whatWouldBeRefusedAlwaysIsNotSentAgain(String target) {
        String[] parts = target.split(":");
        List<Item> empty = List.of(new Item("k", new byte[0]));

        assertThatThrownBy(() -> Batch.put(client, new Target(parts[0], parts[1]), empty))
                .isInstanceOfSatisfying(AwsClient.Refused.class, e -> assertThat(e.retryable()).isFalse());
    }
}
