package org.aforo.clients.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;
import software.amazon.awssdk.services.kinesis.model.StreamStatus;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** What AWS's tools can't do and Aforo's command line can, at a bench whose minutes are seconds. */
@Timeout(120)
class OwnCommandsTest {

    private static final String ARN = "arn:aws:kinesis:us-east-1:000000000000:stream/";
    private static final int RECORDS = 300;

    private static Product product;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws Exception {
        product = Product.start("--ephemeral", "--clock", "60");
    }

    @AfterAll
    static void stop() throws Exception {
        product.close();
    }

    private static Run aforo(String... arguments) throws Exception {
        Run run = Run.aforo(Stream.concat(Arrays.stream(arguments), Stream.of("--endpoint",
                product.endpoint().toString())).toArray(String[]::new));
        assertThat(run.exit()).as(run.err()).isZero();
        return run;
    }

    @Test
    void messagesAreLookedAtRemovedMovedSentAnewAndPurged() throws Exception {
        try (SqsClient sqs = Clients.build(SqsClient.builder(), product.endpoint())) {
            String orders = sqs.createQueue(r -> r.queueName("orders")).queueUrl();
            String others = sqs.createQueue(r -> r.queueName("others")).queueUrl();
            for (String body : List.of("uno", "dos", "tres", "cuatro")) {
                sqs.sendMessage(r -> r.queueUrl(orders).messageBody(body));
            }
            assertThat(sqs.receiveMessage(r -> r.queueUrl(orders).visibilityTimeout(43_200)).messages()).hasSize(1);

            List<String> seen = aforo("peek", "orders").out().lines().toList();
            assertThat(seen).hasSize(4);
            assertThat(seen.getFirst()).contains("#0  (in flight until ").endsWith("uno");
            assertThat(seen.getLast()).contains("#3  ").doesNotContain("(").endsWith("cuatro");

            assertThat(aforo("messages", "delete", "orders", "0").out()).isEqualToIgnoringNewLines("1 message\n");
            assertThat(aforo("messages", "move", "orders", "1", "--to", "others").out()).startsWith("1 message");
            assertThat(aforo("messages", "resend", "orders", "2").out()).startsWith("1 message");

            assertThat(bodies(sqs, others)).containsExactly("dos");
            assertThat(bodies(sqs, orders)).containsExactly("cuatro", "tres");
            assertThat(aforo("messages", "purge", "orders").out()).startsWith("2 messages");
            assertThat(product.ask("GET", "/_aforo/events?since=0", null)).contains("queue-purged",
                    "messages-deleted", "messages-moved", "messages-resent");
        }
    }

    @ParameterizedTest
    @CsvSource({"delete orders, delete takes numbers of messages; see: aforo peek orders",
            "delete orders x, 'a message''s number is what ''aforo peek orders'' tells, not x'",
            "move orders 1, 'move takes the queue to move to, as --to QUEUE'",
            "resend orders 1 --to others, '--to is for move, not for resend'",
            "purge orders 1, purge removes all messages and takes no numbers; 'delete' removes single ones",
            "dance orders 1, 'messages can be deleted, moved, resent and purged (delete, move, resend, purge), not dance'"})
    void whatCanNotBeDoneWithMessagesIsToldInALine(String arguments, String told) throws Exception {
        try (SqsClient sqs = Clients.build(SqsClient.builder(), product.endpoint())) {
            sqs.createQueue(r -> r.queueName("orders"));
        }
        Run run = Run.aforo(("messages " + arguments + " --endpoint " + product.endpoint()).split(" "));

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).isEqualToIgnoringNewLines("aforo: " + told + '\n');
    }

    @Test
    void linesAreSentToTopicsAndQueues(@TempDir Path folder) throws Exception {
        Path lines = Files.write(folder.resolve("lines.txt"), List.of("uno", "dos", "tres"));
        try (SqsClient sqs = Clients.build(SqsClient.builder(), product.endpoint());
                SnsClient sns = Clients.build(SnsClient.builder(), product.endpoint())) {
            String queue = sqs.createQueue(r -> r.queueName("told")).queueUrl();
            String topic = sns.createTopic(r -> r.name("news")).topicArn();
            sns.subscribe(r -> r.topicArn(topic).protocol("sqs").endpoint(topic.replace(":sns:", ":sqs:")
                    .replace("news", "told")).attributes(Map.of("RawMessageDelivery", "true")));

            assertThat(aforo("send", lines.toString(), "--to", "sns:news", "--rate", "0").out())
                    .contains("3 records sent to sns:news");
            assertThat(aforo("send", lines.toString(), "--to", "sqs:told", "--rate", "0").out())
                    .contains("3 records sent to sqs:told");
            assertThat(aforo("send", lines.toString(), "--to", "sqs:told", "--rate", "0", "--count", "1").out())
                    .contains("1 record sent to sqs:told");

            List<String> told = new ArrayList<>();
            Await.until(() -> "only these came: " + told, () -> {
                told.addAll(bodies(sqs, queue));
                return told.size() >= 7;
            });
            assertThat(told).map(String::strip).containsExactlyInAnyOrder("uno", "uno", "uno", "dos", "dos", "tres",
                    "tres");
        }
        Run none = Run.aforo("send", lines.toString(), "--to", "sns:nobody", "--endpoint",
                product.endpoint().toString());
        assertThat(none.exit()).isNotZero();
        assertThat(none.err()).contains("NotFound", "Topic does not exist");
    }

    @Test
    void recordsAreLookedAtAsTextJsonAndHex() throws Exception {
        try (KinesisClient kinesis = Clients.build(KinesisClient.builder(), product.endpoint())) {
            create(kinesis, "looked-at", 1);
            for (String text : List.of("{\"n\":1}", "uno\tdos", "ñandú")) {
                kinesis.putRecord(r -> r.streamName("looked-at").partitionKey("k").data(SdkBytes.fromUtf8String(text)));
            }

            assertThat(aforo("peek", "looked-at").out().lines()).hasSize(3)
                    .allMatch(line -> line.contains("  shardId-000000000000  k  "))
                    .map(line -> line.substring(line.lastIndexOf("  ") + 2))
                    .containsExactly("{\"n\":1}", "uno\u00b7dos", "ñandú");
            assertThat(aforo("peek", ARN + "looked-at", "--last", "2").out().lines()).hasSize(2)
                    .first().asString().endsWith("uno\u00b7dos");
            assertThat(aforo("peek", "looked-at/shard/shardId-000000000000").out().lines()).hasSize(3);
            assertThat(aforo("peek", "looked-at", "--as", "json").out().lines()).hasSize(3)
                    .first().asString().startsWith("{").contains("\"key\":\"k\"", "\"data\":{\"n\":1}");
            assertThat(aforo("peek", "looked-at", "--as", "hex", "--last", "1").out().lines()).hasSize(2)
                    .satisfiesExactly(head -> assertThat(head).endsWith("  k  7 bytes"),
                            row -> assertThat(row).startsWith("  000000  c3 b1 61 6e 64 c3 ba ").endsWith(" ..and.."));
        }
    }

    @Test
    void looksThatMakeNoSenseAreRefused() throws Exception {
        for (List<String> wrong : List.of(List.of("--as", "xml"), List.of("--last", "0"),
                List.of("--last", "501"), List.of("--endpoint", "nonsense"))) {
            List<String> line = new ArrayList<>(List.of("peek", "any"));
            line.addAll(wrong);
            Run run = Run.aforo(line.toArray(String[]::new));

            assertThat(run.exit()).isEqualTo(1);
            assertThat(run.err().lines()).singleElement().asString().contains(wrong.getFirst() + " takes ");
        }
    }

    private static void create(KinesisClient kinesis, String name, int shards) throws Exception {
        kinesis.createStream(r -> r.streamName(name).shardCount(shards));
        Await.until(() -> name + " is active", () -> kinesis.describeStreamSummary(r -> r.streamName(name))
                .streamDescriptionSummary().streamStatus() == StreamStatus.ACTIVE);
    }

    private static List<String> bodies(SqsClient sqs, String url) {
        return sqs.receiveMessage(r -> r.queueUrl(url).maxNumberOfMessages(10).visibilityTimeout(43_200)).messages()
                .stream().map(Message::body).toList();
    }

    @Test
    void trafficIsRecordedWhileItComesAndReplayedTenTimesAsFast() throws Exception {
        try (KinesisClient kinesis = Clients.build(KinesisClient.builder(), product.endpoint())) {
            for (String name : List.of("clicks", "again")) {
                create(kinesis, name, 2);
            }
            String file = folder.resolve("clicks.jsonl").toString();
            CompletableFuture<Run> recorded = CompletableFuture.supplyAsync(() -> record(file));
            Await.until(() -> "a recording", () -> product.ask("GET", "/_aforo/traffic", null).contains("clicks"));
            product.ask("POST", "/_aforo/producers", """
                    {"arn": "%sclicks", "rate": 10, "payload": "template", "template": "${key} ${n}", "keys": 5,
                     "total": %d}""".formatted(ARN, RECORDS));

            assertThat(recorded.get().out()).startsWith(RECORDS + " records recorded");
            assertThat(Files.readAllLines(Path.of(file))).hasSize(RECORDS);
            assertThat(aforo("replay", file, "again", "--speed", "10").out()).startsWith(RECORDS
                    + " records replayed");

            Map<String, List<Record>> before = read(kinesis, "clicks");
            Map<String, List<Record>> after = read(kinesis, "again");
            assertThat(before.keySet()).hasSize(5);
            assertThat(texts(after)).isEqualTo(texts(before));
            // a tenth, and what a busy machine is late: the exact pace is told by tests on a clock that is stepped
            assertThat(spread(after)).isBetween(spread(before).dividedBy(20), spread(before).dividedBy(2));
        }
    }

    private static Run record(String file) {
        try {
            return aforo("record", "clicks", file, "--for", "180");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, List<Record>> read(KinesisClient kinesis, String stream) {
        List<Record> records = new ArrayList<>();
        for (Shard shard : kinesis.listShards(r -> r.streamName(stream)).shards()) {
            String iterator = kinesis.getShardIterator(r -> r.streamName(stream).shardId(shard.shardId())
                    .shardIteratorType(ShardIteratorType.TRIM_HORIZON)).shardIterator();
            records.addAll(kinesis.getRecords(r -> r.shardIterator(iterator)).records());
        }
        return records.stream().collect(Collectors.groupingBy(Record::partitionKey));
    }

    private static Map<String, List<String>> texts(Map<String, List<Record>> byKey) {
        return byKey.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                each -> each.getValue().stream().map(record -> record.data().asUtf8String()).toList()));
    }

    /** Bench time from the first to the last. */
    private static Duration spread(Map<String, List<Record>> byKey) {
        List<Record> all = byKey.values().stream().flatMap(List::stream).toList();
        return Duration.between(
                all.stream().map(Record::approximateArrivalTimestamp).min(Instant::compareTo).orElseThrow(),
                all.stream().map(Record::approximateArrivalTimestamp).max(Instant::compareTo).orElseThrow());
    }
}
