package org.aforo.service.streams.internal;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.fault.Fault;

import static org.aforo.service.streams.internal.StreamsBench.SHARD;
import static org.aforo.service.streams.internal.StreamsBench.list;
import static org.aforo.service.streams.internal.StreamsBench.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Enhanced fan-out: registered consumers and what is pushed to them. */
class FanOutTest {

    private static final String STREAM = "arn:aws:kinesis:us-east-1:000000000000:stream/ticks";
    private static final Duration MOMENT = Duration.ofMillis(500);

    private final StreamsBench bench = new StreamsBench();
    private Streams streams;

    @AfterEach
    void close() {
        if (streams != null) {
            streams.close();
        }
        bench.close();
    }

    /** Beside the wire: what a subscription pushes, taken off by a client that has its own thread. */
    private final class Client {
        private final BlockingQueue<Subscription.Batch> batches = new ArrayBlockingQueue<>(100);
        private final Thread thread;
        private volatile Exception failure;

        Client(Subscription subscription) {
            thread = Thread.ofVirtual().start(() -> {
                try {
                    subscription.run(batch -> {
                        if (!batches.offer(batch)) {
                            throw new IOException("client is gone");
                        }
                    });
                } catch (AwsError | IOException | InterruptedException e) {
                    failure = e;
                }
            });
        }

        Subscription.Batch next() throws InterruptedException {
            Subscription.Batch batch = batches.poll(10, TimeUnit.SECONDS);
            assertThat(batch).isNotNull();
            return batch;
        }

        List<String> texts() throws InterruptedException {
            return next().records().stream()
                    .map(record -> java.nio.charset.StandardCharsets.UTF_8.decode(record.data().duplicate()).toString())
                    .toList();
        }

        void ended() throws InterruptedException {
            thread.join(TimeUnit.SECONDS.toMillis(10));
            assertThat(thread.isAlive()).isFalse();
        }
    }

    private String registered(String name) {
        String arn = (String) map(bench.call("RegisterStreamConsumer", "StreamARN", STREAM, "ConsumerName", name),
                "Consumer").get("ConsumerARN");
        bench.advance(MOMENT);
        return arn;
    }

    private Map<String, Object> described(String arn) {
        return map(bench.call("DescribeStreamConsumer", "ConsumerARN", arn), "ConsumerDescription");
    }

    /** A service's own streams, apart from the API's, so that subscriptions can be had without the wire. */
    private Streams direct() {
        streams = new Streams(bench.services());
        streams.create(new StreamName(StreamsBench.ACCOUNT, "us-east-1", "direct"), "PROVISIONED", 1,
                StreamSettings.made(), Map.of());
        bench.advance(MOMENT);
        return streams;
    }

    private Consumer consumer(String name) {
        StreamName stream = new StreamName(StreamsBench.ACCOUNT, "us-east-1", "direct");
        Consumer made = streams.consumers().register(stream, name, Map.of());
        bench.advance(MOMENT);
        return made;
    }

    private Shard shard() {
        return streams.find(new StreamName(StreamsBench.ACCOUNT, "us-east-1", "direct")).shards().firstEntry()
                .getValue();
    }

    private void put(String text) throws InterruptedException {
        streams.put(shard().stream(), List.of(new NewRecord(java.nio.ByteBuffer.wrap(text.getBytes()), null, "key")),
                StreamFigures.Put.PUT_RECORD);
    }

    @Test
    void aConsumerComesAndGoes() {
        bench.stream("ticks", 1);
        Map<String, Object> made = map(bench.call("RegisterStreamConsumer", "StreamARN", STREAM, "ConsumerName",
                "app"), "Consumer");

        assertThat(made).containsEntry("ConsumerStatus", "CREATING").containsEntry("ConsumerName", "app");
        assertThat((String) made.get("ConsumerARN")).startsWith(STREAM + "/consumer/app:")
                .endsWith(":" + ((Instant) made.get("ConsumerCreationTimestamp")).getEpochSecond());
        bench.advance(MOMENT);
        assertThat(described((String) made.get("ConsumerARN"))).containsEntry("ConsumerStatus", "ACTIVE")
                .containsEntry("StreamARN", STREAM);
        assertThat(map(bench.call("DescribeStreamSummary", "StreamName", "ticks"), "StreamDescriptionSummary"))
                .containsEntry("ConsumerCount", 1);

        bench.call("DeregisterStreamConsumer", "StreamARN", STREAM, "ConsumerName", "app");
        bench.advance(MOMENT);
        assertThat(list(bench.call("ListStreamConsumers", "StreamARN", STREAM), "Consumers")).isEmpty();
        assertThat(bench.refused("DescribeStreamConsumer", "StreamARN", STREAM, "ConsumerName", "app"))
                .extracting("code").isEqualTo("ResourceNotFoundException");
    }

    @Test
    void namesThatDoNotMatchTheArnAreRefused() {
        bench.stream("ticks", 1);
        String consumer = registered("app");

        assertThat(bench.refused("DescribeStreamConsumer", "ConsumerARN", consumer, "StreamARN", STREAM + "2"))
                .hasMessage("StreamARN " + STREAM + "2 does not match ConsumerARN " + consumer + '.');
        assertThat(bench.refused("DeregisterStreamConsumer", "ConsumerARN", consumer, "StreamARN", STREAM,
                "ConsumerName", "other")).hasMessage("ConsumerName other does not match ConsumerARN " + consumer + '.')
                .extracting("code").isEqualTo("InvalidArgumentException");
        assertThat(bench.call("DescribeStreamConsumer", "ConsumerARN", consumer, "StreamARN", STREAM, "ConsumerName",
                "app")).containsKey("ConsumerDescription");
    }

    @Test
    void limitsOfConsumers() {
        bench.services().quotas().override("kinesis.calls.RegisterStreamConsumer", 100L);
        bench.stream("ticks", 1);
        for (int i = 0; i < 5; i++) {
            bench.call("RegisterStreamConsumer", "StreamARN", STREAM, "ConsumerName", "app" + i);
        }
        assertThat(bench.refused("RegisterStreamConsumer", "StreamARN", STREAM, "ConsumerName", "sixth"))
                .extracting("code").isEqualTo("LimitExceededException");
        assertThat(bench.refused("RegisterStreamConsumer", "StreamARN", STREAM, "ConsumerName", "app1"))
                .extracting("code").isEqualTo("ResourceInUseException");
        bench.advance(MOMENT);
        for (int i = 5; i < 20; i++) {
            registered("app" + i);
        }
        assertThat(bench.refused("RegisterStreamConsumer", "StreamARN", STREAM, "ConsumerName", "more"))
                .hasMessageContaining("20 consumers");
    }

    @Test
    void consumersAreListedInPages() {
        bench.stream("ticks", 1);
        List.of("c", "a", "b").forEach(this::registered);

        Map<String, Object> first = bench.call("ListStreamConsumers", "StreamARN", STREAM, "MaxResults", 2);
        Map<String, Object> second = bench.call("ListStreamConsumers", "StreamARN", STREAM, "NextToken",
                first.get("NextToken"));

        assertThat(list(first, "Consumers")).extracting(c -> c.get("ConsumerName")).containsExactly("a", "b");
        assertThat(list(second, "Consumers")).extracting(c -> c.get("ConsumerName")).containsExactly("c");
        assertThat(second).doesNotContainKey("NextToken");
    }

    @Test
    void aStreamWithConsumersIsDeletedOnlyIfTheyMayGo() {
        bench.stream("ticks", 1);
        registered("app");

        assertThat(bench.refused("DeleteStream", "StreamName", "ticks")).extracting("code")
                .isEqualTo("ResourceInUseException");
        bench.call("DeleteStream", "StreamName", "ticks", "EnforceConsumerDeletion", true);
        bench.advance(MOMENT);
        assertThat(bench.refused("DescribeStreamSummary", "StreamName", "ticks")).extracting("code")
                .isEqualTo("ResourceNotFoundException");
    }

    @Test
    void recordsArePushedAsTheyCome() throws Exception {
        direct();
        put("old");
        Client client = new Client(streams.consumers().subscribe(consumer("app"), shard(), 0));

        assertThat(client.texts()).containsExactly("old");
        put("new");
        assertThat(client.texts()).containsExactly("new");
    }

    @Test
    void silenceIsToldEveryFiveSecondsAndTheNextSubscriptionGoesOnFromThere() throws Exception {
        direct();
        put("first");
        Client client = new Client(streams.consumers().subscribe(consumer("app"), shard(), shard().next()));
        waiting(client);

        bench.advance(Duration.ofSeconds(5));

        Subscription.Batch silence = client.next();
        assertThat(silence.records()).isEmpty();
        assertThat(silence.millisBehind()).isZero();
        put("second");
        long offset = new ShardReader(streams).place(shard(), "AFTER_SEQUENCE_NUMBER", silence.continuation(), null,
                "SubscribeToShard");
        assertThat(shard().read(offset, 10, 1 << 20)).singleElement()
                .satisfies(record -> assertThat(record.offset()).isEqualTo(1));
    }

    @Test
    void itIsOverAfterFiveMinutes() throws Exception {
        direct();
        Client client = new Client(streams.consumers().subscribe(consumer("app"), shard(), 0));

        for (int i = 0; i < 60; i++) {
            waiting(client);
            bench.advance(Duration.ofSeconds(5));
        }

        client.ended();
        assertThat(client.failure).isNull();
    }

    @Test
    void anotherSubscriptionTakesOverAfterFiveSecondsAndNotBefore() throws Exception {
        direct();
        Consumer consumer = consumer("app");
        Client first = new Client(streams.consumers().subscribe(consumer, shard(), 0));
        waiting(first);

        assertThatThrownBy(() -> streams.consumers().subscribe(consumer, shard(), 0))
                .hasMessage("Another active subscription exists for this consumer: 000000000000:direct:" + SHARD
                        + ":app");
        bench.advance(Duration.ofSeconds(5));
        Client second = new Client(streams.consumers().subscribe(consumer, shard(), 0));
        first.ended();
        put("x");
        assertThat(second.texts()).containsExactly("x");
    }

    @Test
    void aClosedShardEndsWithItsChildren() throws Exception {
        direct();
        put("last");
        Client client = new Client(streams.consumers().subscribe(consumer("app"), shard(), 0));
        client.next();
        waiting(client);
        new Resharding(streams).split(shard().stream().fullName(), SHARD, "12345");
        bench.advance(MOMENT);

        Subscription.Batch end = client.next();
        assertThat(end.ended()).isTrue();
        assertThat(end.continuation()).isNull();
        client.ended();
    }

    @Test
    void noMoreThanTwoMegabytesASecondArePushed() throws Exception {
        direct();
        bench.services().quotas().lift(true);
        String megabyte = "x".repeat(1 << 20);
        for (int i = 0; i < 6; i++) {
            put(megabyte);
        }
        bench.services().quotas().lift(false);
        Client client = new Client(streams.consumers().subscribe(consumer("app"), shard(), 0));

        client.next();
        client.next();
        waiting(client);
        assertThat(client.batches).isEmpty();
        bench.advance(Duration.ofSeconds(1));
        client.next();
    }

    @ParameterizedTest
    @ValueSource(strings = {"direct", "direct/shard/shardId-000000000000",
            "arn:aws:kinesis:us-east-1:000000000000:stream/direct/consumer/app:*"})
    void anInjectedFailureCutsIt(String resource) throws Exception {
        direct();
        Client client = new Client(streams.consumers().subscribe(consumer("app"), shard(), 0));
        waiting(client);
        bench.services().faults().inject(new Fault("", "kinesis", "SubscribeToShard", "*/consumer/other:*",
                new Fault.Effect.PartialFailure("InternalFailureException", "not this one"), 1, 1L, null));
        bench.services().faults().inject(new Fault("", "kinesis", "SubscribeToShard", resource,
                new Fault.Effect.PartialFailure("InternalFailureException", "cut"), 1, 1L, null));
        put("x");

        client.next();
        client.ended();
        assertThat(client.failure).isInstanceOf(AwsError.class).hasMessage("cut");
    }

    /** Until the client's thread waits for news. */
    private static void waiting(Client client) throws InterruptedException {
        for (int i = 0; i < 1000 && client.thread.isAlive() && client.thread.getState() != Thread.State.WAITING
                && client.thread.getState() != Thread.State.TIMED_WAITING; i++) {
            Thread.sleep(2);
        }
    }
}
