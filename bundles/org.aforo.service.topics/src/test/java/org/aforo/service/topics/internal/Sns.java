package org.aforo.service.topics.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.aforo.api.Bench;
import org.aforo.api.BenchSettings;
import org.aforo.api.Resource;
import org.aforo.api.endpoint.AwsError;
import org.aforo.testkit.TestBench;

/** A bench with topics and a double of the queues; time is stepped. */
final class Sns implements AutoCloseable {

    static final String QUEUE = "arn:aws:sqs:us-east-1:000000000000:";
    static final String BASE = "http://localhost:4566";

    final FakeQueues queues = new FakeQueues();
    final TestBench bench;

    Sns() {
        this(UnaryOperator.identity());
    }

    private Sns(UnaryOperator<BenchSettings> settings) {
        bench = TestBench.stepped(settings).with(b -> queues);
        bench.with(this::service);
    }

    /** A bench that finds what a killed one left. */
    static Sns after(Path snapshot) {
        return new Sns(usual -> {
            try {
                Files.delete(usual.data());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new BenchSettings(snapshot, false, usual.host(), usual.port(), usual.tlsPort(), usual.strict(),
                    usual.clockScale(), usual.limitsLifted(), usual.fsyncInterval());
        });
    }

    /** What is left of it if it is killed now. */
    Path snapshot() {
        try {
            Path data = bench.bench().settings().data();
            Path copy = Files.createTempDirectory("aforo-killed");
            try (Stream<Path> files = Files.walk(data)) {
                for (Path file : files.filter(each -> !each.equals(data)).toList()) {
                    Files.copy(file, copy.resolve(data.relativize(file)));
                }
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TopicsService service(Bench b) {
        return new TopicsService(b, () -> bench.dispatcher(), () -> URI.create(BASE));
    }

    Map<String, Object> call(String operation, Map<String, Object> input) {
        return bench.call("sns", operation, input);
    }

    AwsError refused(String operation, Map<String, Object> input) {
        AwsError error = catchThrowableOfType(AwsError.class, () -> call(operation, input));
        assertThat(error).as(operation + " " + input).isNotNull();
        return error;
    }

    String topic(String name) {
        return (String) call("CreateTopic", Map.of("Name", name)).get("TopicArn");
    }

    String fifo(String name, String... attributes) {
        Map<String, Object> all = new HashMap<>(Map.of("FifoTopic", "true"));
        for (String attribute : attributes) {
            all.put(attribute.split("=")[0], attribute.split("=")[1]);
        }
        return (String) call("CreateTopic", Map.of("Name", name + ".fifo", "Attributes", all)).get("TopicArn");
    }

    /** Subscribes a queue. */
    String queue(String topic, String queue, Map<String, String> attributes) {
        return subscribe(topic, "sqs", QUEUE + queue, attributes);
    }

    String subscribe(String topic, String protocol, String endpoint, Map<String, String> attributes) {
        return (String) call("Subscribe", Map.of("TopicArn", topic, "Protocol", protocol, "Endpoint", endpoint,
                "Attributes", attributes, "ReturnSubscriptionArn", true)).get("SubscriptionArn");
    }

    String publish(String topic, String message) {
        return (String) call("Publish", Map.of("TopicArn", topic, "Message", message)).get("MessageId");
    }

    Map<String, Object> publish(String topic, String message, String group, String id) {
        Map<String, Object> input = new HashMap<>(Map.of("TopicArn", topic, "Message", message, "MessageGroupId",
                group));
        if (id != null) {
            input.put("MessageDeduplicationId", id);
        }
        return call("Publish", input);
    }

    /** Lets what is due be done. */
    Sns settle() {
        return advance(Duration.ZERO);
    }

    Sns advance(Duration span) {
        bench.advance(span);
        return this;
    }

    @SuppressWarnings("unchecked")
    Map<String, String> attributes(String subscription) {
        return (Map<String, String>) call("GetSubscriptionAttributes", Map.of("SubscriptionArn", subscription))
                .get("Attributes");
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> list(Map<String, Object> answer, String name) {
        return (List<Map<String, Object>>) answer.get(name);
    }

    Resource resource(String arn) {
        return bench.resource(arn);
    }

    @Override
    public void close() {
        bench.close();
    }
}
