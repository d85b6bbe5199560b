package org.aforo.bench;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.HdrHistogram.Histogram;

/** SQS's table. A round sends, receives and deletes. */
final class QueuesTable {

    private static final String AFORO = "aforo";
    private static final String BARE = "bare";
    private static final String PEER = "elasticmq";
    private static final String PEER_VERSION = "1.7.1";
    private static final String SINGLES = "rounds of 1 x 1 KiB, 16 connections (req/s)";
    private static final String BATCHES = "rounds of 10 x 1 KiB, 4 connections (req/s)";
    private static final String FIFO = "FIFO, 10,000 groups, rounds of 1 x 1 KiB, 16 connections (req/s)";
    private static final String FIFO_FILL = "FIFO, 10,000 groups, filling by batches of 10 x 1 KiB, 4 connections (msg/s)";
    private static final String FIFO_FULL = "FIFO, 10,000 groups, backlog of 1,000,000: rounds of 1 x 1 KiB (req/s)";
    private static final String FIFO_MEMORY = "FIFO, 10,000 groups: RSS with 1,000,000 messages (MiB)";
    private static final int FULL = 1_000_000;
    private static final int[] BACKLOGS = {1_000, 100_000, FULL};
    private static final int CONNECTIONS = 16;
    private static final int FEW = 4;
    private static final double MILLIS = 1e6;
    /** A queue that is slow to fill is measured as full as it is by then. */
    private static final double FILL_SECONDS = 60;
    /** For each kind of round: a server on the JVM is as fast as it gets after so long. */
    private static final double WARM_UP = 8;

    private final Options options;
    private final double seconds;
    private final Figures figures = new Figures();

    QueuesTable(Options options) {
        this.options = options;
        this.seconds = options.seconds();
    }

    void run() throws IOException, InterruptedException {
        Targets targets = Targets.usual();
        for (int round = 1; round <= options.rounds(); round++) {
            System.out.println("round " + round + " of " + options.rounds());
            try (Target bare = targets.bare()) {
                QueueRequests requests = new QueueRequests(bare.port(), "bench");
                List<byte[]> echo = Requests.to("/echo",
                        Stream.generate(requests::send).limit(CONNECTIONS).toList());
                figures.note(SINGLES, bare, Load.run(bare.port(), CONNECTIONS, seconds, echo));
            }
            try (Target aforo = targets.aforo()) {
                measure(aforo);
            }
            try (Target aforo = targets.aforo()) {
                fullGroups(aforo);
            }
            if (options.peers()) {
                peer(targets.elasticMq(PEER_VERSION));
            }
        }
        print();
    }

    private void peer(Optional<Target> started) throws InterruptedException {
        if (started.isPresent()) {
            try (Target target = started.get()) {
                measure(target);
            } catch (IOException e) {
                System.out.println("  " + started.get().name() + " broke off: " + e.getMessage());
            }
        }
    }

    private void measure(Target target) throws IOException, InterruptedException {
        QueueRequests first = queue(target, "warm-up");
        for (boolean batches : new boolean[] {false, true}) {
            Load.run(target.port(), CONNECTIONS, 0, WARM_UP, i -> new QueueRounds(first, batches));
        }
        rounds(SINGLES, target, queue(target, "singles"), CONNECTIONS, false);
        rounds(BATCHES, target, queue(target, "batches"), FEW, true);
        QueueRequests fifo = queue(target, "groups.fifo");
        fill(target, fifo, QueueRequests.GROUPS);
        rounds(FIFO, target, fifo, CONNECTIONS, false);
        Histogram wakes = QueueWake.run(target.port(), queue(target, "wake"));
        figures.note("long poll wakes: p50 (ms)", target, wakes.getValueAtPercentile(50) / MILLIS);
        figures.note("long poll wakes: p99 (ms)", target, wakes.getValueAtPercentile(99) / MILLIS);
        backlog(target);
    }

    private void backlog(Target target) throws IOException, InterruptedException {
        QueueRequests requests = queue(target, "backlog");
        int there = 0;
        for (int size : BACKLOGS) {
            int filled = fill(target, requests, size - there);
            there += filled;
            if (there < size) {
                System.out.println("  " + target.name() + "  has " + there + " messages of " + size + " after "
                        + FILL_SECONDS + " s; no longer backlogs");
                break;
            }
            rounds(curve(size), target, requests, CONNECTIONS, false);
            figures.note(memory(size), target, target.residentMiB());
        }
    }

    /** A FIFO queue also remembers the deduplication ids of all that was sent in five minutes. */
    private void fullGroups(Target target) throws IOException, InterruptedException {
        QueueRequests requests = queue(target, "full.fifo");
        long begin = System.nanoTime();
        int filled = fill(target, requests, FULL);
        figures.note(FIFO_FILL, target, filled * 1e9 / (System.nanoTime() - begin));
        if (filled == FULL) {
            rounds(FIFO_FULL, target, requests, CONNECTIONS, false);
            figures.note(FIFO_MEMORY, target, target.residentMiB());
        }
    }

    private static String curve(int size) {
        return String.format(Locale.ROOT, "backlog of %,d: rounds of 1 x 1 KiB (req/s)", size);
    }

    private static String memory(int size) {
        return String.format(Locale.ROOT, "RSS with %,d messages (MiB)", size);
    }

    private static QueueRequests queue(Target target, String name) throws IOException {
        QueueRequests requests = new QueueRequests(target.port(), name);
        String answer = target.ask(requests.create());
        if (!answer.contains("QueueUrl")) {
            throw new IOException("unexpected answer: " + answer);
        }
        return requests;
    }

    private void rounds(String what, Target target, QueueRequests requests, int connections, boolean batches)
            throws IOException, InterruptedException {
        figures.note(what, target, Load.run(target.port(), connections, seconds / 2, seconds,
                i -> new QueueRounds(requests, batches)));
    }

    /** @return how many messages were sent in the time there is */
    private static int fill(Target target, QueueRequests requests, int messages)
            throws IOException, InterruptedException {
        return QueueFill.run(target.port(), requests, messages, FEW, FILL_SECONDS);
    }

    private void print() {
        Table table = new Table("median of " + options.rounds(), AFORO, BARE, "aforo/bare", PEER, "aforo/" + PEER);
        for (String what : figures.names()) {
            double aforo = figures.median(what, AFORO);
            double bare = figures.median(what, BARE);
            double peer = figures.median(what, PEER);
            table.row(what, Table.number(aforo), Table.number(bare), Table.ratio(aforo, bare), Table.number(peer),
                    Table.ratio(aforo, peer));
        }
        double few = figures.median(curve(BACKLOGS[0]), AFORO);
        double many = figures.median(curve(BACKLOGS[BACKLOGS.length - 1]), AFORO);
        System.out.println();
        System.out.println(table);
        System.out.println("A round is three requests. Aforo's rate at 1,000,000 messages is " + Table.ratio(many, few)
                + " of that at 1,000.");
    }
}
