package org.aforo.scenario.internal.consume;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;

import org.aforo.scenario.Scenario.ConsumerSpec;
import org.aforo.scenario.Scenario.Target;
import org.aforo.scenario.Scenario.Way;
import org.aforo.scenario.internal.record.Fingerprint;
import org.aforo.scenario.internal.record.Ledger;
import org.aforo.scenario.internal.wire.AwsClient;
import org.aforo.testkit.TestBench;
import org.junit.jupiter.api.Test;

import static org.aforo.scenario.internal.consume.FakeStream.record;
import static org.assertj.core.api.Assertions.assertThat;

/** A consumer over the wire, against a stream that fails as real ones do. */
class StreamConsumerTest {

    private static final String END = "\"ChildShards\":[{\"ShardId\":\"s1\",\"ParentShards\":[\"s0\"]}]";

    private final AtomicInteger turn = new AtomicInteger();

    private StreamConsumer consume(boolean pushed, BiFunction<String, String, Object> answers, List<String> calls,
            int wanted) throws Exception {
        try (TestBench bench = TestBench.flowing(20);
                FakeStream stream = new FakeStream(answers);
                AwsClient client = new AwsClient(stream.endpoint())) {
            StreamConsumer consumer = new StreamConsumer(new ConsumerSpec("c", new Target("kinesis", "s"),
                    Duration.ZERO, "", pushed ? new Way.Push(true) : new Way.Poll(Duration.ofMillis(100), true)),
                    bench.bench(), client);
            consumer.prepare();
            Thread thread = Thread.ofVirtual().start(() -> {
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
            calls.addAll(stream.calls());
            return consumer;
        }
    }

    private static List<Fingerprint> contents(Ledger ledger) {
        List<Fingerprint> contents = new ArrayList<>();
        ledger.read((content, key, place) -> contents.add(content));
        return contents;
    }

    private static List<Fingerprint> expected(String... data) {
        return List.of(data).stream().map(each -> Fingerprint.of(each.getBytes())).toList();
    }

    @Test
    void pollingGoesOnAfterThrottlesAndExpiredIteratorsAndThenWithTheChild() throws Exception {
        List<String> calls = new ArrayList<>();

        StreamConsumer consumer = consume(false, this::polled, calls, 3);

        assertThat(consumer.failure()).isEmpty();
        assertThat(contents(consumer.received())).isEqualTo(expected("a1", "a2", "b3"));
        assertThat(calls.stream().filter(call -> call.startsWith("GetShardIterator")))
                .anySatisfy(call -> assertThat(call).contains("\"s0\"", "AFTER_SEQUENCE_NUMBER", "\"1\""))
                .anySatisfy(call -> assertThat(call).contains("\"s1\"", "TRIM_HORIZON"));
    }

    private Object polled(String operation, String body) {
        if (operation.equals("ListShards")) {
            return "{\"Shards\":[{\"ShardId\":\"s0\"}]}";
        }
        if (operation.equals("GetShardIterator")) {
            return "{\"ShardIterator\":\"" + (body.contains("\"s1\"") ? "child" : "first") + "\"}";
        }
        if (body.contains("child")) {
            return "{\"Records\":[" + record(3, "b") + "],\"NextShardIterator\":\"more\"}";
        }
        if (body.contains("more")) {
            return "{\"Records\":[],\"NextShardIterator\":\"more\"}";
        }
        return switch (turn.getAndIncrement()) {
            case 0 -> "!ProvisionedThroughputExceededException";
            case 1 -> "{\"Records\":[" + record(1, "a") + "],\"NextShardIterator\":\"next\"}";
            case 2 -> "!ExpiredIteratorException";
            default -> "{\"Records\":[" + record(2, "a") + "]," + END + "}";
        };
    }

    @Test
    void aPushedOneSubscribesAgainWhereItWasCut() throws Exception {
        List<String> calls = new ArrayList<>();

        StreamConsumer consumer = consume(true, this::pushed, calls, 3);

        assertThat(consumer.failure()).isEmpty();
        assertThat(contents(consumer.received())).isEqualTo(expected("a1", "a2", "b3"));
        assertThat(calls.stream().filter(call -> call.startsWith("SubscribeToShard")))
                .anySatisfy(call -> assertThat(call).contains("\"s0\"", "TRIM_HORIZON"))
                .anySatisfy(call -> assertThat(call).contains("\"s0\"", "AFTER_SEQUENCE_NUMBER", "\"1\""));
    }

    private Object pushed(String operation, String body) {
        return switch (operation) {
            case "DescribeStreamSummary" -> "{\"StreamDescriptionSummary\":{\"StreamARN\":\"arn:s\"}}";
            case "RegisterStreamConsumer" -> "{\"Consumer\":{\"ConsumerARN\":\"arn:c\"}}";
            case "DescribeStreamConsumer" -> "{\"ConsumerDescription\":{\"ConsumerStatus\":\"ACTIVE\"}}";
            case "ListShards" -> "{\"Shards\":[{\"ShardId\":\"s0\"}]}";
            default -> events(body);
        };
    }

    private Object events(String body) {
        if (body.contains("\"s1\"")) {
            return body.contains("AFTER") ? List.of()
                    : List.of("{\"Records\":[" + record(3, "b") + "],\"ContinuationSequenceNumber\":\"3\"}");
        }
        return switch (turn.getAndIncrement()) {
            case 0 -> List.of("{\"Records\":[" + record(1, "a") + "],\"ContinuationSequenceNumber\":\"1\"}",
                    "!InternalFailureException");
            case 1 -> "!ResourceInUseException";
            default -> List.of("{\"Records\":[" + record(2, "a") + "]," + END + "}");
        };
    }

    @Test
    void whatCannotBeMendedIsTold() throws Exception {
        StreamConsumer consumer = consume(false, (operation, body) -> operation.equals("ListShards")
                ? "{\"Shards\":[{\"ShardId\":\"s0\"}]}"
                : "!ResourceNotFoundException", new ArrayList<>(), 1);

        assertThat(consumer.failure()).isEqualTo("s0: ResourceNotFoundException: m");
    }
}
