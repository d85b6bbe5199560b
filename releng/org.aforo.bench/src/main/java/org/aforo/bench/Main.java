package org.aforo.bench;

import java.io.IOException;

/** {@code ./aforo bench}: measures Aforo beside the bare limit and its peers, in one run. */
public final class Main {

    private static final String USAGE = """
            Usage: aforo bench [streams|queues] [--rounds N] [--seconds S] [--no-peers]
            Measures Aforo beside the bare limit and its peers (from npm and Maven) and prints medians and ratios.

              (nothing)    ingestion: PutRecord, PutRecords, put to get, Firehose, the start (3 rounds of 4 s)
              streams      Kinesis Data Streams: reading, pushing, putting, up to 10,000 shards, a backlog of
                           1,000,000 records (3 rounds of 2 s)
              queues       SQS: singles, batches, up to 1,000,000 messages of backlog, FIFO with 10,000 groups,
                           how soon a long poll wakes (1 round of 3 s)

              --rounds N   how often everything is measured; the median is told
              --seconds S  how long each figure is measured
              --no-peers   without kinesalite, kinesis-local and ElasticMQ""";

    private Main() {
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        String table = arguments.length > 0 && !arguments[0].startsWith("-") ? arguments[0] : "";
        int from = table.isEmpty() ? 0 : 1;
        try {
            switch (table) {
                case "" -> new FoundationTable(options(arguments, from, new Options(3, 4, true))).run();
                case "streams" -> new StreamsTable(options(arguments, from, new Options(3, 2, true))).run();
                case "queues" -> new QueuesTable(options(arguments, from, new Options(1, 3, true))).run();
                default -> throw new IllegalArgumentException(
                        "bench knows 'streams', 'queues' or nothing, not '" + table + "'");
            }
        } catch (IllegalArgumentException e) {
            System.err.println("aforo: " + e.getMessage() + "; see ./aforo bench --help");
            System.exit(2);
        }
    }

    private static Options options(String[] arguments, int from, Options defaults) {
        for (int i = from; i < arguments.length; i++) {
            if (arguments[i].equals("--help") || arguments[i].equals("-h")) {
                System.out.println(USAGE);
                System.exit(0);
            }
        }
        return Options.parse(arguments, from, defaults);
    }
}
