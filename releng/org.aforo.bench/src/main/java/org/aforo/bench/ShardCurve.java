package org.aforo.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;

/** What describing and putting cost in streams of 10 to 10,000 shards. */
final class ShardCurve {

    private static final int[] SHARDS = {10, 100, 1_000, 10_000};
    private static final int CONNECTIONS = 16;
    private static final String DESCRIBE = "DescribeStreamSummary, 1 connection: ";
    private static final String PUT = "PutRecord to all shards, 1 connection: ";
    private static final String RATE = "PutRecord to all shards, 16 connections (req/s)";
    private static final String P50 = "p50 (ms)";
    private static final String P99 = "p99 (ms)";
    private static final List<String> FIGURES = List.of(DESCRIBE + P50, DESCRIBE + P99, PUT + P50, PUT + P99, RATE);

    private final Figures figures;
    private final double seconds;

    ShardCurve(Figures figures, double seconds) {
        this.figures = figures;
        this.seconds = seconds;
    }

    void measure(Target target) throws IOException, InterruptedException {
        for (int shards : SHARDS) {
            String stream = "curve-" + shards;
            target.createStream(stream, shards);
            fill(target, stream, shards);
            byte[] describe = Requests.kinesis("DescribeStreamSummary", "{\"StreamName\":\"" + stream + "\"}");
            latencies(target, DESCRIBE, shards, Load.prepared(List.of(describe)));
            latencies(target, PUT, shards, i -> new AnyKey(stream, i));
            figures.note(name(RATE, shards), target, run(target, CONNECTIONS, i -> new AnyKey(stream, i)));
        }
    }

    private void latencies(Target target, String what, int shards, IntFunction<Load.Client> clients)
            throws IOException, InterruptedException {
        Load.Result result = run(target, 1, clients);
        figures.note(name(what + P50, shards), target, result.millis(50));
        figures.note(name(what + P99, shards), target, result.millis(99));
    }

    private Load.Result run(Target target, int connections, IntFunction<Load.Client> clients)
            throws IOException, InterruptedException {
        return Load.run(target.port(), connections, seconds / 2, seconds, clients);
    }

    /** Puts some records into nearly every shard: what a shard costs once, when it is first used, isn't the curve's. */
    private static void fill(Target target, String stream, int shards) throws IOException {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i <= shards / 100; i++) {
            Load.send(target.port(), 1, Requests.smallRecords(stream, random));
        }
    }

    private static String name(String figure, int shards) {
        return String.format("%s, %,d shards", figure, shards);
    }

    boolean owns(String what) {
        return what.endsWith(" shards");
    }

    Table table(String target) {
        Table table = new Table("shards", "10", "100", "1,000", "10,000", "10,000/10");
        for (String figure : FIGURES) {
            double[] medians = Arrays.stream(SHARDS).mapToDouble(n -> figures.median(name(figure, n), target))
                    .toArray();
            table.row(figure, Table.number(medians[0]), Table.number(medians[1]), Table.number(medians[2]),
                    Table.number(medians[3]), Table.ratio(medians[3], medians[0]));
        }
        return table;
    }

    /** PutRecord with another key each time. */
    private static final class AnyKey implements Load.Client {

        private static final int DIGITS = 9;

        private final SplittableRandom random;
        private final byte[] request;
        private final int at;

        AnyKey(String stream, int seed) {
            random = new SplittableRandom(seed);
            String end = "\",\"Data\":\"" + Requests.base64(random, 1024) + "\"}";
            request = Requests.kinesis("PutRecord",
                    "{\"StreamName\":\"" + stream + "\",\"PartitionKey\":\"" + "0".repeat(DIGITS) + end);
            at = request.length - end.getBytes(StandardCharsets.US_ASCII).length - DIGITS;
        }

        @Override
        public byte[] request() {
            int key = random.nextInt(1_000_000_000);
            for (int i = DIGITS - 1; i >= 0; i--) {
                request[at + i] = (byte) ('0' + key % 10);
                key /= 10;
            }
            return request;
        }
    }
}
