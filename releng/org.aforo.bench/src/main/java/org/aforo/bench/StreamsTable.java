package org.aforo.bench;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Kinesis Data Streams' table: what issue 4 asks of its speed. */
final class StreamsTable {

    private static final String BARE = "bare";
    private static final String AFORO = "aforo";
    private static final List<String> PEERS = List.of("kinesalite", "kinesis-local");

    /** Seconds in which a server's code is compiled, before anything is measured. */
    private static final double WARM_UP = 1.5;

    private final Options options;
    private final double seconds;
    private final Figures figures = new Figures();
    private final ReadRate reads;
    private final PushLatency pushes;
    private final ShardCurve curve;
    private final Backlog backlog;

    StreamsTable(Options options) {
        this.options = options;
        this.seconds = options.seconds();
        this.reads = new ReadRate(figures, seconds);
        this.pushes = new PushLatency(figures, seconds);
        this.curve = new ShardCurve(figures, seconds / 3);
        this.backlog = new Backlog(figures, seconds);
    }

    void run() throws IOException, InterruptedException {
        Targets targets = Targets.usual();
        for (int round = 1; round <= options.rounds(); round++) {
            System.out.println("round " + round + " of " + options.rounds());
            try (Target aforo = targets.aforo()) {
                warmUp(aforo);
                puts(aforo, true);
                reads.measure(aforo, true);
                pushes.measure(aforo);
                backlog.measure(aforo);
                curve.measure(aforo);
            }
            try (Target bare = targets.bare()) {
                barePuts(bare);
                reads.measureBare(bare);
            }
        }
        if (options.peers()) {
            System.out.println("peers, once");
            peer(targets.peer(PEERS.get(0), "3.3.3"));
            peer(targets.peer(PEERS.get(1), "0.6.2"));
        }
        print();
    }

    private void peer(Optional<Target> started) throws InterruptedException {
        if (started.isPresent()) {
            try (Target target = started.get()) {
                puts(target, false);
                reads.measure(target, false);
            } catch (IOException e) {
                System.out.println("  " + started.get().name() + " broke off: " + e.getMessage());
            }
        }
    }

    private static void warmUp(Target target) throws IOException, InterruptedException {
        target.createStream(Requests.STREAM, 4);
        Load.run(target.port(), 4, 0, WARM_UP, Load.prepared(Requests.putRecords(Requests.STREAM)));
        Load.run(target.port(), 16, 0, WARM_UP, Load.prepared(Requests.putRecord()));
    }

    private void puts(Target target, boolean wide) throws IOException, InterruptedException {
        target.createStream(Requests.STREAM, 4);
        puts(target, Puts.MANY, 4, Requests.putRecords(Requests.STREAM));
        puts(target, Puts.SINGLE, 16, Requests.putRecord());
        if (wide) {
            puts(target, Puts.SINGLE_WIDE, 64, Requests.putRecord());
        }
    }

    private void barePuts(Target bare) throws IOException, InterruptedException {
        List<byte[]> echo = Requests.to("/echo", Requests.putRecord());
        puts(bare, Puts.MANY, 4, Requests.putRecords(Requests.STREAM));
        puts(bare, Puts.MANY_KEPT, 4, Requests.to("/file", Requests.putRecords(Requests.STREAM)));
        puts(bare, Puts.SINGLE, 16, echo);
        puts(bare, Puts.SINGLE_WIDE, 64, echo);
    }

    private void puts(Target target, String what, int connections, List<byte[]> requests)
            throws IOException, InterruptedException {
        figures.note(what, target,
                Load.run(target.port(), connections, seconds / 2, seconds, Load.prepared(requests)));
    }

    private void print() {
        Table table = new Table("median of " + options.rounds(), AFORO, BARE, "aforo/bare", PEERS.get(0),
                "aforo/" + PEERS.get(0), PEERS.get(1), "aforo/" + PEERS.get(1));
        for (String what : figures.names()) {
            double aforo = figures.median(what.equals(Puts.MANY_KEPT) ? Puts.MANY : what, AFORO);
            double bare = figures.median(what, BARE);
            double first = figures.median(what, PEERS.get(0));
            double second = figures.median(what, PEERS.get(1));
            if (!curve.owns(what) && !backlog.owns(what)) {
                table.row(what, Table.number(aforo), Table.number(bare), Table.ratio(aforo, bare),
                        Table.number(first), Table.ratio(aforo, first), Table.number(second),
                        Table.ratio(aforo, second));
            }
        }
        System.out.println();
        System.out.println(table);
        System.out.println(curve.table(AFORO));
        System.out.println(backlog.table(AFORO));
    }
}
