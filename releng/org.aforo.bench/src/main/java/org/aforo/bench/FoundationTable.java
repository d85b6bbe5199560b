package org.aforo.bench;

import java.io.IOException;
import java.util.List;

import org.HdrHistogram.Histogram;

/** The foundation's table: ingestion, and the start. */
final class FoundationTable {

    private static final double LATENCY_RATE = 500;

    private final Options options;
    private final double seconds;
    private final Figures figures = new Figures();

    FoundationTable(Options options) {
        this.options = options;
        this.seconds = options.seconds();
    }

    void run() throws IOException, InterruptedException {
        Targets targets = Targets.usual();
        for (int round = 1; round <= options.rounds(); round++) {
            System.out.println("round " + round + " of " + options.rounds());
            try (Target bare = targets.bare()) {
                measureBare(bare);
            }
            try (Target aforo = targets.aforo()) {
                measureStart(aforo);
                measureStreams(aforo, seconds);
                measureFirehose(aforo);
            }
            if (options.peers()) {
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
        figures.note(Puts.MANY, bare,
                Load.run(bare.port(), 4, seconds, Requests.putRecords(Requests.STREAM)));
        List<byte[]> echo = Requests.to("/echo", Requests.putRecord());
        figures.note(Puts.SINGLE, bare, Load.run(bare.port(), 16, seconds, echo));
        figures.note(Puts.SINGLE_WIDE, bare, Load.run(bare.port(), 64, seconds, echo));
    }

    private void measureStart(Target target) throws InterruptedException {
        figures.note("ready (s)", target, target.readySeconds());
        Thread.sleep(2000);
        figures.note("idle RSS (MiB)", target, target.residentMiB());
    }

    private void measureStreams(Target target, double span) throws IOException, InterruptedException {
        target.createStream(Requests.STREAM, 4);
        target.createStream("latency", 1);
        figures.note(Puts.MANY, target,
                Load.run(target.port(), 4, span, Requests.putRecords(Requests.STREAM)));
        figures.note(Puts.SINGLE, target,
                Load.run(target.port(), 16, span, Requests.putRecord()));
        figures.note(Puts.SINGLE_WIDE, target,
                Load.run(target.port(), 64, span, Requests.putRecord()));
        Histogram latency = PutGetLatency.run(target, "latency", LATENCY_RATE, span);
        figures.note("put to get, 500 rec/s: p50 (ms)", target, latency.getValueAtPercentile(50) / 1e6);
        figures.note("put to get, 500 rec/s: p99 (ms)", target, latency.getValueAtPercentile(99) / 1e6);
    }

    private void measureFirehose(Target aforo) throws IOException, InterruptedException {
        aforo.ask(HttpRequests.put("/" + Requests.BUCKET));
        aforo.ask(Requests.firehose("CreateDeliveryStream", "{\"DeliveryStreamName\":\"" + Requests.DELIVERY
                + "\",\"ExtendedS3DestinationConfiguration\":{\"BucketARN\":\"arn:aws:s3:::" + Requests.BUCKET
                + "\",\"RoleARN\":\"arn:aws:iam::000000000000:role/bench\",\"BufferingHints\":{\"SizeInMBs\":64,"
                + "\"IntervalInSeconds\":60}}}"));
        Thread.sleep(1500);
        Load.Result result = Load.run(aforo.port(), 4, seconds, Requests.putRecordBatch());
        figures.note("Firehose direct put to S3, 4 connections (MB/s)", aforo,
                result.times(500 * 1024 / 1e6));
        figures.note("RSS after it (MiB)", aforo, aforo.residentMiB());
    }

    private void print() {
        Table table = new Table("median of " + options.rounds(), "aforo", "bare", "aforo/bare", "kinesalite",
                "aforo/kinesalite", "kinesis-local", "aforo/kinesis-local");
        for (String what : figures.names()) {
            double aforo = figures.median(what, "aforo");
            double bare = figures.median(what, "bare");
            double kinesalite = figures.median(what, "kinesalite");
            double local = figures.median(what, "kinesis-local");
            table.row(what, Table.number(aforo), Table.number(bare), Table.ratio(aforo, bare),
                    Table.number(kinesalite), Table.ratio(aforo, kinesalite), Table.number(local),
                    Table.ratio(aforo, local));
        }
        System.out.println();
        System.out.print(table);
    }
}
