package org.aforo.service.firehose.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.aforo.api.BenchSettings;
import org.aforo.api.Events.Event;
import org.aforo.api.Resource;
import org.aforo.api.endpoint.AwsError;
import org.aforo.testkit.TestBench;

/** A stepped bench with Firehose, a store with the bucket {@code bolsa}, and a stream with two shards. */
final class Hose implements AutoCloseable {

    static final String ROLE = "arn:aws:iam::000000000000:role/LabRole";
    static final String STREAM = "arn:aws:kinesis:us-east-1:000000000000:stream/ticks";
    static final String NAME = "kinesis1";
    static final Duration SECOND = Duration.ofSeconds(1);

    final FakeStore store = new FakeStore().bucket("bolsa");
    final FakeStream stream = new FakeStream("shard-0", "shard-1");
    final TestBench bench;
    private BlockingQueue<Event> flushes;

    Hose() {
        this(UnaryOperator.identity());
    }

    private Hose(UnaryOperator<BenchSettings> settings) {
        bench = TestBench.stepped(settings).with(b -> store).with(b -> stream).with(FirehoseService::new);
        listen();
    }

    /** What was on disk at this moment, which is all that a killed process leaves. */
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

    /** A bench that finds what a killed one left; with a store and a stream of its own. */
    static Hose after(Path snapshot) {
        return new Hose(usual -> {
            try {
                Files.delete(usual.data());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new BenchSettings(snapshot, false, usual.host(), usual.port(), usual.tlsPort(), usual.strict(),
                    usual.clockScale(), usual.limitsLifted(), usual.fsyncInterval());
        });
    }

    private void listen() {
        flushes = new LinkedBlockingQueue<>();
        BlockingQueue<Event> queue = flushes;
        bench.bench().events().listen(event -> {
            if (event.type().equals("flush")) {
                queue.add(event);
            }
        });
    }

    void restart() {
        bench.restart();
        listen();
    }

    /** The course's delivery stream: 1 MiB, 60 s, {@code datos/}, {@code errores/}. */
    static Map<String, Object> lab() {
        Map<String, Object> s3 = new HashMap<>();
        s3.put("RoleARN", ROLE);
        s3.put("BucketARN", "arn:aws:s3:::bolsa");
        s3.put("Prefix", "datos/");
        s3.put("ErrorOutputPrefix", "errores/");
        s3.put("BufferingHints", Map.of("SizeInMBs", 1, "IntervalInSeconds", 60));
        return s3;
    }

    /** Makes {@code kinesis1} with the course's settings and some more, and waits until it is active. */
    Hose created(Map<String, Object> more) {
        Map<String, Object> s3 = lab();
        s3.putAll(more);
        create(Map.of("ExtendedS3DestinationConfiguration", s3));
        bench.advance(SECOND);
        return this;
    }

    void create(Map<String, Object> input) {
        Map<String, Object> all = new HashMap<>(input);
        all.put("DeliveryStreamName", NAME);
        call("CreateDeliveryStream", all);
    }

    Map<String, Object> call(String operation, Map<String, Object> input) throws AwsError {
        return bench.call("firehose", operation, input);
    }

    Map<String, Object> call(String operation) throws AwsError {
        return call(operation, Map.of("DeliveryStreamName", NAME));
    }

    @SuppressWarnings("unchecked")
    Map<String, Object> describe() {
        return (Map<String, Object>) call("DescribeDeliveryStream").get("DeliveryStreamDescription");
    }

    String put(String text) {
        return (String) call("PutRecord", Map.of("DeliveryStreamName", NAME, "Record", record(text))).get("RecordId");
    }

    Map<String, Object> putBatch(List<String> texts) {
        return call("PutRecordBatch", Map.of("DeliveryStreamName", NAME, "Records",
                texts.stream().map(Hose::record).toList()));
    }

    static Map<String, Object> record(String text) {
        return Map.of("Data", Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
    }

    Resource resource() {
        return bench.resource("arn:aws:firehose:us-east-1:000000000000:deliverystream/" + NAME);
    }

    void advance(long seconds) {
        bench.advance(Duration.ofSeconds(seconds));
    }

    /** The next delivery's event; a flush by size runs beside the test. */
    Event nextFlush() throws InterruptedException {
        Event event = flushes.poll(10, TimeUnit.SECONDS);
        if (event == null) {
            throw new AssertionError("No delivery; events: " + bench.bench().events().since(0));
        }
        return event;
    }

    List<String> events(String type) {
        return bench.bench().events().since(0).stream().filter(e -> e.type().equals(type)).map(Event::text).toList();
    }

    /** All that was delivered, object after object. */
    String delivered() {
        StringBuilder all = new StringBuilder();
        store.objects.forEach(object -> all.append(object.text()));
        return all.toString();
    }

    @Override
    public void close() {
        bench.close();
    }
}
