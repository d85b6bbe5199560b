package org.aforo.clients.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.services.firehose.FirehoseClient;
import software.amazon.awssdk.services.firehose.model.PutRecordBatchResponse;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;
import software.amazon.awssdk.services.s3.S3Client;

/** What was acknowledged is there after SIGKILL, again and again, while producers are at work. */
class KilledTest {

    private static final int KILLS = 4;
    private static final int PUTS_BEFORE_A_KILL = 400;
    private static final int BATCH = 20;

    @TempDir
    private Path data;

    /** What the stream acknowledged: the record's text by its sequence number. */
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    /** What the delivery stream acknowledged. */
    private final Set<String> handedOver = ConcurrentHashMap.newKeySet();
    private final AtomicInteger next = new AtomicInteger();

    /** The clients of one life of the product. */
    private record Life(Product product, KinesisClient kinesis, FirehoseClient firehose, S3Client s3) {

        static Life begin(Path data) throws Exception {
            Product product = Product.start("--data", data.toString(), "--clock", "60", "--no-limits");
            return new Life(product,
                    Clients.build(KinesisClient.builder().httpClientBuilder(ApacheHttpClient.builder()),
                            product.endpoint()),
                    Clients.build(FirehoseClient.builder().httpClientBuilder(ApacheHttpClient.builder()),
                            product.endpoint()),
                    Clients.build(S3Client.builder().httpClientBuilder(ApacheHttpClient.builder())
                            .forcePathStyle(true), product.endpoint()));
        }

        void end() {
            kinesis.close();
            firehose.close();
            s3.close();
        }
    }

    @Test
    @Timeout(120)
    void everythingAcknowledgedIsReadBack() throws Exception {
        for (int i = 0; i < KILLS; i++) {
            Life life = Life.begin(data);
            if (i == 0) {
                create(life);
            }
            produceUntilKilled(life);
            life.end();
        }

        Life life = Life.begin(data);
        try {
            assertThat(acknowledged).hasSizeGreaterThan(KILLS * PUTS_BEFORE_A_KILL / 2);
            List<Record> read = readAll(life.kinesis());
            assertThat(read).extracting(Record::sequenceNumber).isSorted().doesNotHaveDuplicates();
            Map<String, String> texts = new java.util.HashMap<>();
            read.forEach(r -> texts.put(r.sequenceNumber(), r.data().asUtf8String()));
            assertThat(texts).containsAllEntriesOf(acknowledged);
            assertThat(landed(life.s3())).containsAll(handedOver);
        } finally {
            life.end();
            life.product().close();
        }
    }

    private static void create(Life life) throws InterruptedException {
        life.kinesis().createStream(r -> r.streamName("s").shardCount(1));
        life.s3().createBucket(r -> r.bucket("landed"));
        life.firehose().createDeliveryStream(r -> r.deliveryStreamName("f").extendedS3DestinationConfiguration(d -> d
                .roleARN("arn:aws:iam::000000000000:role/Lab").bucketARN("arn:aws:s3:::landed")
                .bufferingHints(h -> h.sizeInMBs(1).intervalInSeconds(60))));
        TimeUnit.MILLISECONDS.sleep(100);
    }

    private void produceUntilKilled(Life life) throws InterruptedException {
        AtomicInteger puts = new AtomicInteger();
        List<Runnable> producers = List.of(() -> single(life), () -> batch(life), () -> deliver(life),
                () -> deliverBatch(life));
        List<Thread> threads = producers.stream().map(producer -> Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    producer.run();
                    puts.incrementAndGet();
                }
            } catch (SdkException killed) {
                // The product is gone; what it had not answered counts as not sent.
            }
        })).toList();
        while (puts.get() < PUTS_BEFORE_A_KILL) {
            assertThat(threads).as("producers at work").allMatch(Thread::isAlive);
            TimeUnit.MILLISECONDS.sleep(5);
        }
        life.product().kill();
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void single(Life life) {
        String text = text();
        acknowledged.put(life.kinesis().putRecord(r -> r.streamName("s").partitionKey("k").data(bytes(text)))
                .sequenceNumber(), text);
    }

    private void batch(Life life) {
        List<String> texts = IntStream.range(0, BATCH).mapToObj(i -> text()).toList();
        PutRecordsResponse answer = life.kinesis().putRecords(r -> r.streamName("s").records(texts.stream()
                .map(t -> PutRecordsRequestEntry.builder().partitionKey("k").data(bytes(t)).build()).toList()));
        for (int i = 0; i < BATCH; i++) {
            if (answer.records().get(i).errorCode() == null) {
                acknowledged.put(answer.records().get(i).sequenceNumber(), texts.get(i));
            }
        }
    }

    private void deliver(Life life) {
        String text = text();
        life.firehose().putRecord(r -> r.deliveryStreamName("f").record(d -> d.data(bytes(text + "\n"))));
        handedOver.add(text);
    }

    private void deliverBatch(Life life) {
        List<String> texts = IntStream.range(0, BATCH).mapToObj(i -> text()).toList();
        PutRecordBatchResponse answer = life.firehose().putRecordBatch(r -> r.deliveryStreamName("f")
                .records(texts.stream().map(t -> software.amazon.awssdk.services.firehose.model.Record.builder()
                        .data(bytes(t + "\n")).build()).toList()));
        for (int i = 0; i < BATCH; i++) {
            if (answer.requestResponses().get(i).errorCode() == null) {
                handedOver.add(texts.get(i));
            }
        }
    }

    private String text() {
        return "record-" + next.getAndIncrement();
    }

    private static SdkBytes bytes(String text) {
        return SdkBytes.fromUtf8String(text);
    }

    private static List<Record> readAll(KinesisClient kinesis) {
        List<Record> all = new ArrayList<>();
        String iterator = kinesis.getShardIterator(r -> r.streamName("s").shardId("shardId-000000000000")
                .shardIteratorType(ShardIteratorType.TRIM_HORIZON)).shardIterator();
        GetRecordsResponse page;
        do {
            String from = iterator;
            page = kinesis.getRecords(r -> r.shardIterator(from));
            all.addAll(page.records());
            iterator = page.nextShardIterator();
        } while (page.millisBehindLatest() > 0 || !page.records().isEmpty());
        return all;
    }

    /** Reads the bucket until all is there that must be, or half a minute has passed. */
    private Set<String> landed(S3Client s3) throws InterruptedException {
        Set<String> texts = new HashSet<>();
        Set<String> seen = new HashSet<>();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!texts.containsAll(handedOver) && System.nanoTime() < end) {
            s3.listObjectsV2Paginator(r -> r.bucket("landed")).contents().stream().filter(o -> seen.add(o.key()))
                    .forEach(o -> s3.getObjectAsBytes(r -> r.bucket("landed").key(o.key())).asUtf8String().lines()
                            .forEach(texts::add));
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return texts;
    }
}
