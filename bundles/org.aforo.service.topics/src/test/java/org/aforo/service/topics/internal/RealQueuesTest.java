package org.aforo.service.topics.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.aforo.api.endpoint.Call;
import org.aforo.service.queues.internal.QueuesService;
import org.aforo.testkit.TestBench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Topics in front of the bench's own queues. */
class RealQueuesTest {

    private final TestBench bench = TestBench.stepped().with(QueuesService::new);

    @BeforeEach
    void plugTopicsIn() {
        bench.with(b -> new TopicsService(b, bench::dispatcher, () -> URI.create(Sns.BASE)));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private String queue(String name, Map<String, String> attributes) {
        bench.call("sqs", "CreateQueue", Map.of("QueueName", name, "Attributes", attributes));
        return Sns.QUEUE + name;
    }

    private void subscribe(String topic, String queue, Map<String, String> attributes) {
        bench.call("sns", "Subscribe", Map.of("TopicArn", topic, "Protocol", "sqs", "Endpoint", queue, "Attributes",
                attributes));
    }

    private List<Map<String, Object>> receive(String queue) {
        Map<String, Object> answer = bench.call("sqs", "ReceiveMessage", Map.of("QueueUrl",
                Sns.BASE + "/000000000000/" + queue, "MaxNumberOfMessages", 10, "MessageSystemAttributeNames",
                List.of("All"), "MessageAttributeNames", List.of("All")));
        return answer.containsKey("Messages") ? Sns.list(answer, "Messages") : List.of();
    }

    @Test
    void oneMessageGoesToThreeQueues() {
        String topic = (String) bench.call("sns", "CreateTopic", Map.of("Name", "images")).get("TopicArn");
        for (String name : List.of("thumbnail", "faces", "metadata")) {
            subscribe(topic, queue(name, Map.of()), Map.of("RawMessageDelivery", "true"));
        }

        bench.call("sns", "Publish", Map.of("TopicArn", topic, "Message", "1.png", "MessageAttributes",
                Map.of("size", Map.of("DataType", "Number", "StringValue", "7"))));
        bench.advance(Duration.ZERO);

        for (String name : List.of("thumbnail", "faces", "metadata")) {
            assertThat(receive(name)).singleElement().satisfies(message -> {
                assertThat(message).containsEntry("Body", "1.png");
                assertThat(message.get("MessageAttributes").toString()).contains("size", "Number", "7");
            });
        }
    }

    @Test
    void whatAPublisherIsTracedByGoesAlong() {
        String topic = (String) bench.call("sns", "CreateTopic", Map.of("Name", "t")).get("TopicArn");
        subscribe(topic, queue("q", Map.of()), Map.of());
        String trace = "Root=1-3152b799-8954dae64eda91bc9a23a7e8;Parent=7fa8c0f79203be72;Sampled=1";
        Call traced = new Call("r", "sns", "000000000000", "us-east-1", "AKIA", "",
                name -> name.equalsIgnoreCase("x-amzn-trace-id") ? trace : null);

        bench.call("sns", "Publish", Map.of("TopicArn", topic, "Message", "m"), traced);
        bench.advance(Duration.ZERO);

        assertThat(receive("q")).singleElement().satisfies(message -> assertThat((Map<?, ?>) message.get("Attributes"))
                .extracting("AWSTraceHeader").isEqualTo(trace));
    }

    @Test
    void aQueueTakesALargeMessageAsItIs() {
        String topic = (String) bench.call("sns", "CreateTopic", Map.of("Name", "t", "Attributes",
                Map.of("MaximumMessageSize", "1048576"))).get("TopicArn");
        subscribe(topic, queue("q", Map.of()), Map.of("RawMessageDelivery", "true"));

        bench.call("sns", "Publish", Map.of("TopicArn", topic, "Message", "x".repeat(1 << 20)));
        bench.advance(Duration.ZERO);

        assertThat(receive("q")).singleElement()
                .satisfies(message -> assertThat((String) message.get("Body")).hasSize(1 << 20));
    }

    @Test
    void orderIsKept() {
        String topic = (String) bench.call("sns", "CreateTopic", Map.of("Name", "t.fifo", "Attributes",
                Map.of("FifoTopic", "true", "ContentBasedDeduplication", "true"))).get("TopicArn");
        subscribe(topic, queue("q.fifo", Map.of("FifoQueue", "true")), Map.of("RawMessageDelivery", "true"));

        for (String message : List.of("a", "b", "b", "c")) {
            bench.call("sns", "Publish", Map.of("TopicArn", topic, "Message", message, "MessageGroupId", "g"));
        }
        bench.advance(Duration.ZERO);

        assertThat(receive("q.fifo")).extracting(each -> each.get("Body")).containsExactly("a", "b", "c");
    }

    @Test
    void aQueueThatIsGoneSendsToTheDeadLetters() {
        String topic = (String) bench.call("sns", "CreateTopic", Map.of("Name", "t")).get("TopicArn");
        subscribe(topic, Sns.QUEUE + "gone", Map.of("RedrivePolicy",
                "{\"deadLetterTargetArn\":\"" + queue("dead", Map.of()) + "\"}"));

        bench.call("sns", "Publish", Map.of("TopicArn", topic, "Message", "m"));
        bench.advance(Duration.ZERO);

        assertThat(receive("dead")).singleElement().satisfies(message -> {
            assertThat((String) message.get("Body")).contains("\"Message\" : \"m\"");
            assertThat(message).as("AWS tells no reason").doesNotContainKey("MessageAttributes");
        });
    }
}
