package org.aforo.clients.tests;

import java.util.List;
import java.util.stream.IntStream;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResultEntry;

/** Puts one {@link Numbered} record of every key, again and again; what is throttled is put before the next ones. */
final class Feeder implements AutoCloseable {

    private static final int MILLIS_BETWEEN = 30;

    private final KinesisClient kinesis;
    private final String stream;
    private final List<String> keys;
    private final Thread thread;
    private volatile boolean stopping;
    private volatile RuntimeException failure;
    private int places;

    Feeder(KinesisClient kinesis, String stream, int keys) {
        this.kinesis = kinesis;
        this.stream = stream;
        this.keys = Numbered.keys(keys);
        thread = Thread.ofPlatform().name("feeder").start(this::feed);
    }

    /** Stops, and tells how many records each key has got. */
    int stop() throws InterruptedException {
        close();
        if (failure != null) {
            throw failure;
        }
        return places;
    }

    @Override
    public void close() throws InterruptedException {
        stopping = true;
        thread.join();
    }

    private void feed() {
        try {
            while (!stopping) {
                int place = places;
                put(keys.stream().map(key -> entry(key, place)).toList());
                places++;
                Thread.sleep(MILLIS_BETWEEN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    private void put(List<PutRecordsRequestEntry> entries) throws InterruptedException {
        List<PutRecordsRequestEntry> left = entries;
        while (true) {
            List<PutRecordsRequestEntry> sent = left;
            List<PutRecordsResultEntry> results = kinesis.putRecords(r -> r.streamName(stream).records(sent)).records();
            left = IntStream.range(0, sent.size()).filter(i -> results.get(i).errorCode() != null).mapToObj(sent::get)
                    .toList();
            if (left.isEmpty()) {
                return;
            }
            Thread.sleep(MILLIS_BETWEEN);
        }
    }

    private static PutRecordsRequestEntry entry(String key, int place) {
        return PutRecordsRequestEntry.builder().partitionKey(key)
                .data(SdkBytes.fromByteArray(Numbered.data(key, place))).build();
    }
}
