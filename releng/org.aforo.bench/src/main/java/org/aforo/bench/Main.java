package org.aforo.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.HdrHistogram.Histogram;

/**
 * Measures Aforo beside the bare limit and its peers, all with the same load generator in one run, and
 * prints medians and ratios. Options: {@code --rounds N} (default 3), {@code --seconds S} a round
 * (default 4), {@code --no-peers}.
 */
public final class Main {

    private static final double LATENCY_RATE = 500;

    private final int rounds;
    private final double seconds;
    private final boolean peers;
    private final Map<String, Map<String, List<Double>>> figures = new LinkedHashMap<>();

    private Main(int rounds, double seconds, boolean peers) {
        this.rounds = rounds;
        this.seconds = seconds;
        this.peers = peers;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int rounds = 3;
        double seconds = 4;
        boolean peers = true;
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--rounds" -> rounds = Integer.parseInt(arguments[++i]);
                case "--seconds" -> seconds = Double.parseDouble(arguments[++i]);
                case "--no-peers" -> peers = false;
                default -> {
                    System.err.println("aforo: bench knows --rounds N, --seconds S and --no-peers, not "
                            + arguments[i]);
                    System.exit(2);
                }
            }
        }
        new Main(rounds, seconds, peers).run();
    }

    private void run() throws IOException, InterruptedException {
        Path home = Path.of(System.getenv().getOrDefault("AFORO_HOME", "."));
        Path cache = Path.of(System.getProperty("user.home"), ".cache", "aforo", "bench");
        Targets targets = new Targets(home, cache);
        for (int round = 1; round <= rounds; round++) {
            System.out.println("round " + round + " of " + rounds);
            try (Target bare = targets.bare()) {
                measureBare(bare);
            }
            try (Target aforo = targets.aforo()) {
                measureStart(aforo);
                measureStreams(aforo, seconds);
                measureFirehose(aforo);
            }
            if (peers) {
                peer(targets, "kinesalite", "3.3.3");
                peer(targets, "kinesis-local", "0.6.2");
            }
        }
        print();
    }

    private void peer(Targets targets, String name, String version) throws IOException, InterruptedException {
        var started = targets.peer(name, version);
        if (started.isPresent()) {
            try (Target target = started.get()) {
                measureStart(target);
                measureStreams(target, seconds);
            } catch (IOException e) {
                System.out.println("  " + name + " broke off: " + e.getMessage());
            }
        }
    }

    private void measureBare(Target bare) throws IOException, InterruptedException {
        note("PutRecords 500 x 1 KiB, 4 connections (req/s)", bare,
                Load.run(bare.port(), 4, seconds, Requests.putRecords()));
        List<byte[]> echo = Requests.putRecord().stream().map(Main::toEcho).toList();
        note("PutRecord 1 KiB, 16 connections (req/s)", bare, Load.run(bare.port(), 16, seconds, echo));
        note("PutRecord 1 KiB, 64 connections (req/s)", bare, Load.run(bare.port(), 64, seconds, echo));
    }

    private static byte[] toEcho(byte[] request) {
        byte[] echo = "POST /echo".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        byte[] all = new byte[request.length + echo.length - "POST /".length()];
        System.arraycopy(echo, 0, all, 0, echo.length);
        System.arraycopy(request, "POST /".length(), all, echo.length, request.length - "POST /".length());
        return all;
    }

    private void measureStart(Target target) throws InterruptedException {
        note("ready (s)", target, target.readySeconds());
        Thread.sleep(2000);
        note("idle RSS (MiB)", target, target.residentMiB());
    }

    private void measureStreams(Target target, double span) throws IOException, InterruptedException {
        target.ask(Requests.kinesis("CreateStream", "{\"StreamName\":\"" + Requests.STREAM + "\",\"ShardCount\":4}"));
        target.ask(Requests.kinesis("CreateStream", "{\"StreamName\":\"latency\",\"ShardCount\":1}"));
        Thread.sleep(1500);
        note("PutRecords 500 x 1 KiB, 4 connections (req/s)", target,
                Load.run(target.port(), 4, span, Requests.putRecords()));
        note("PutRecord 1 KiB, 16 connections (req/s)", target,
                Load.run(target.port(), 16, span, Requests.putRecord()));
        note("PutRecord 1 KiB, 64 connections (req/s)", target,
                Load.run(target.port(), 64, span, Requests.putRecord()));
        Histogram latency = PutGetLatency.run(target, "latency", LATENCY_RATE, span);
        note("put to get, 500 rec/s: p50 (ms)", target, latency.getValueAtPercentile(50) / 1e6);
        note("put to get, 500 rec/s: p99 (ms)", target, latency.getValueAtPercentile(99) / 1e6);
    }

    private void measureFirehose(Target aforo) throws IOException, InterruptedException {
        aforo.ask(HttpRequests.put("/" + Requests.BUCKET));
        aforo.ask(Requests.firehose("CreateDeliveryStream", "{\"DeliveryStreamName\":\"" + Requests.DELIVERY
                + "\",\"ExtendedS3DestinationConfiguration\":{\"BucketARN\":\"arn:aws:s3:::" + Requests.BUCKET
                + "\",\"RoleARN\":\"arn:aws:iam::000000000000:role/bench\",\"BufferingHints\":{\"SizeInMBs\":64,"
                + "\"IntervalInSeconds\":60}}}"));
        Thread.sleep(1500);
        Load.Result result = Load.run(aforo.port(), 4, seconds, Requests.putRecordBatch());
        note("Firehose direct put to S3, 4 connections (MB/s)", aforo,
                new Load.Result(result.perSecond() * 500 * 1024 / 1e6, result.refused()));
        note("RSS after it (MiB)", aforo, aforo.residentMiB());
    }

    /** What was refused, as a server may that is told more than it can keep, does not count and is told. */
    private void note(String what, Target target, Load.Result result) {
        if (result.refused() > 0) {
            System.out.println("  " + target.name() + "  refused " + result.refused() + " requests of the next");
        }
        note(what, target, result.perSecond());
    }

    private void note(String what, Target target, double value) {
        figures.computeIfAbsent(what, k -> new LinkedHashMap<>())
                .computeIfAbsent(target.name(), k -> new ArrayList<>()).add(value);
        System.out.println("  " + target.name() + "  " + what + "  " + Table.number(value));
    }

    private void print() {
        Table table = new Table("median of " + rounds, "aforo", "bare", "aforo/bare", "kinesalite", "aforo/kinesalite",
                "kinesis-local", "aforo/kinesis-local");
        figures.forEach((what, byTarget) -> {
            double aforo = median(byTarget.get("aforo"));
            double bare = median(byTarget.get("bare"));
            double kinesalite = median(byTarget.get("kinesalite"));
            double local = median(byTarget.get("kinesis-local"));
            table.row(what, Table.number(aforo), Table.number(bare), Table.ratio(aforo, bare),
                    Table.number(kinesalite), Table.ratio(aforo, kinesalite), Table.number(local),
                    Table.ratio(aforo, local));
        });
        System.out.println();
        System.out.print(table);
    }

    private static double median(List<Double> values) {
        if (values == null || values.isEmpty()) {
            return Double.NaN;
        }
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
