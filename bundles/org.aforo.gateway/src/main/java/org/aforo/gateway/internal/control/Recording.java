package org.aforo.gateway.internal.control;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

import org.aforo.api.Arn;
import org.aforo.api.Bench;
import org.aforo.api.flow.FlowRecord;
import org.aforo.api.flow.RecordSource;
import org.aforo.api.time.Scheduler.Signal;
import org.aforo.api.time.Scheduler.Timer;

/**
 * Writes a source's records into a file, all partitions in the order of time. Holds a page of each partition at most.
 * Where it follows it looks for news each 50 ms of bench time: nothing comes while that stands, and nothing is missed.
 */
final class Recording extends TrafficJob {

    private static final Duration BEAT = Duration.ofMillis(50);
    private static final Duration FOREVER = Duration.ofDays(36_500);
    private static final int PAGE_RECORDS = 256;
    private static final long PAGES_BYTES = 32 << 20;

    private final RecordSource source;
    private final BufferedWriter out;
    private final Signal news;
    private final boolean follows;
    private final Set<String> known = new HashSet<>();
    private final List<Partition> partitions = new ArrayList<>();
    private Instant first;
    /** The last moment that is recorded; null while there is none. */
    private volatile Instant last;

    /**
     * Where one partition is read.
     *
     * @param place among the partitions: parents come before their children
     */
    private final class Partition {
        private final int place;
        private final RecordSource.Cursor cursor;
        private List<FlowRecord> page = List.of();
        private int at;
        private boolean over;

        Partition(int place, RecordSource.Cursor cursor) {
            this.place = place;
            this.cursor = cursor;
        }

        /** Whether there is a record to be recorded. */
        boolean find() throws InterruptedException {
            if (at == page.size()) {
                at = 0;
                page = cursor.read(PAGE_RECORDS, Math.max(1, PAGES_BYTES / partitions.size()), Duration.ZERO);
                over |= page.isEmpty() && cursor.ended();
            }
            boolean found = at < page.size();
            boolean late = found && last != null && head().arrived().isAfter(last);
            over |= late;
            return found && !late;
        }

        FlowRecord head() {
            return page.get(at);
        }
    }

    /**
     * Opens the file and the source.
     *
     * @param stored whether it begins with what is stored; otherwise with what comes from now on
     * @param lasts  how long it follows; null for until it is stopped, zero for not at all
     * @throws IOException when there is such a file, or none can be made
     */
    Recording(String id, Arn arn, Path file, Bench bench, boolean stored, Duration lasts) throws IOException {
        super(id, arn, file, bench);
        this.source = bench.destinations().source(arn.toString());
        this.news = bench.scheduler().signal();
        this.follows = lasts == null || lasts.isPositive();
        Instant now = bench.clock().now();
        // the moment a span ends at isn't within it
        this.last = lasts == null ? null : lasts.isZero() ? now : now.plus(lasts).minusNanos(1);
        open(stored ? new RecordSource.Start.Earliest() : new RecordSource.Start.Latest());
        this.out = Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE);
    }

    private void open(RecordSource.Start start) {
        for (String partition : source.partitions()) {
            if (known.add(partition)) {
                partitions.add(new Partition(known.size(), source.open(partition, start)));
            }
        }
    }

    @Override
    String kind() {
        return "record";
    }

    @Override
    void work() throws IOException, InterruptedException {
        try (out) {
            boolean more = true;
            while (more) {
                long stamp = news.stamp();
                long looked = bench.clock().nanos();
                more = follows && (last == null || bench.clock().now().isBefore(last));
                open(new RecordSource.Start.Earliest());
                sweep();
                out.flush();
                if (more) {
                    await(stamp, looked);
                }
            }
        } finally {
            partitions.forEach(partition -> partition.cursor.close());
        }
    }

    /** Waits for the next look; a clock that was moved by hand since the last one isn't missed. */
    private void await(long stamp, long looked) throws InterruptedException {
        Duration beat = Duration.ofNanos((long) (BEAT.toNanos() * Math.max(1, bench.clock().scale())));
        Timer wake = bench.scheduler().after(beat, "record-" + id, news::raise);
        try {
            if (bench.clock().nanos() < looked + beat.toNanos()) {
                news.await(stamp, FOREVER);
            }
        } finally {
            wake.cancel();
        }
    }

    /** Writes what is there, the oldest record of all partitions first. */
    private void sweep() throws IOException, InterruptedException {
        PriorityQueue<Partition> heads = new PriorityQueue<>((one, other) -> {
            int order = one.head().arrived().compareTo(other.head().arrived());
            return order != 0 ? order : Integer.compare(one.place, other.place);
        });
        for (Partition partition : partitions) {
            if (partition.find()) {
                heads.add(partition);
            }
        }
        while (!heads.isEmpty()) {
            Partition oldest = heads.poll();
            write(oldest.head());
            oldest.at++;
            if (oldest.find()) {
                heads.add(oldest);
            }
        }
        partitions.stream().filter(partition -> partition.over).forEach(partition -> partition.cursor.close());
        partitions.removeIf(partition -> partition.over);
    }

    private void write(FlowRecord record) throws IOException {
        first = first == null ? record.arrived() : first;
        out.write(TrafficLine.write(Duration.between(first, record.arrived()).toMillis(), record));
        out.write('\n');
        count(1, record.data().remaining());
    }

    /** What has come until now is written yet. */
    @Override
    void end(Thread worker) {
        Instant now = bench.clock().now();
        last = last == null || now.isBefore(last) ? now : last;
        news.raise();
    }
}
