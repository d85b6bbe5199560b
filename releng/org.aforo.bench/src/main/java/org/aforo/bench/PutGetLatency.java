package org.aforo.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.HdrHistogram.Histogram;

/** How long a record takes from the start of its put to a consumer's hands, at a steady rate. */
final class PutGetLatency {

    private static final Pattern DATA = Pattern.compile("\"Data\"\\s*:\\s*\"([^\"]+)\"");
    private static final int RECORD_BYTES = 1024;

    private PutGetLatency() {
    }

    /** Puts {@code perSecond} records a second for {@code seconds} into a stream of one shard and reads them. */
    static Histogram run(Target target, String stream, double perSecond, double seconds)
            throws IOException, InterruptedException {
        Histogram histogram = new Histogram(3);
        AtomicBoolean putting = new AtomicBoolean(true);
        AtomicReference<IOException> broken = new AtomicReference<>();
        String iterator = target.iterator(stream, target.shards(stream).getFirst(), "LATEST");
        Thread consumer = Thread.ofPlatform().start(() -> {
            try {
                consume(target, iterator, putting, histogram);
            } catch (IOException e) {
                broken.set(e);
            }
        });
        produce(target, stream, perSecond, seconds);
        Thread.sleep(200);
        putting.set(false);
        consumer.join();
        if (broken.get() != null) {
            throw broken.get();
        }
        return histogram;
    }

    private static void produce(Target target, String stream, double perSecond, double seconds) throws IOException {
        long begun = System.nanoTime();
        long interval = (long) (1e9 / perSecond);
        try (HttpConnection connection = new HttpConnection(target.port())) {
            for (long i = 0; i * interval < seconds * 1e9; i++) {
                long due = begun + i * interval;
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                String text = System.nanoTime() + " ".repeat(RECORD_BYTES);
                String data = Base64.getEncoder()
                        .encodeToString(text.substring(0, RECORD_BYTES).getBytes(StandardCharsets.US_ASCII));
                connection.exchange(Requests.kinesis("PutRecord", "{\"StreamName\":\"" + stream + "\",\"Data\":\""
                        + data + "\",\"PartitionKey\":\"k\"}"), false);
            }
        }
    }

    private static void consume(Target target, String first, AtomicBoolean putting, Histogram histogram)
            throws IOException {
        String iterator = first;
        try (HttpConnection connection = new HttpConnection(target.port())) {
            while (putting.get()) {
                String answer = new String(connection.exchange(
                        Requests.kinesis("GetRecords", "{\"ShardIterator\":\"" + iterator + "\"}"), true),
                        StandardCharsets.UTF_8);
                long now = System.nanoTime();
                Matcher data = DATA.matcher(answer);
                while (data.find()) {
                    String text = new String(Base64.getDecoder().decode(data.group(1)), StandardCharsets.US_ASCII);
                    histogram.recordValue(Math.max(0, now - Long.parseLong(text.trim())));
                }
                iterator = Target.find(Target.ITERATOR, answer);
                LockSupport.parkNanos(500_000);
            }
        }
    }
}
