package org.aforo.core.internal.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.aforo.api.log.RecordLog;
import org.aforo.api.log.RecordLog.Entry;
import org.aforo.api.log.RecordLog.Stored;

/** Measures appending and reading on one thread; not a test. Prints the best and the median of some rounds. */
final class LogSpeed {

    private static final int ROUNDS = 9;

    private LogSpeed() {
    }

    /** @param args an empty folder; records of 1 KiB a round (default 256,000) */
    public static void main(String[] args) throws IOException {
        Path dir = Path.of(args[0]);
        int records = args.length > 1 ? Integer.parseInt(args[1]) : 256_000;
        measure(dir.resolve("batches"), Duration.ofMillis(100), records, 500, 1_024);
        measure(dir.resolve("singles"), Duration.ofMillis(100), records / 2, 1, 1_024);
        measure(dir.resolve("small"), Duration.ofMillis(100), records * 2, 500, 100);
        measure(dir.resolve("forced"), Duration.ZERO, records / 4, 500, 1_024);
    }

    private static void measure(Path dir, Duration force, int records, int batch, int size) throws IOException {
        double bytes = (double) records * size;
        double[] appends = new double[ROUNDS];
        double[] reads = new double[ROUNDS];
        double[] opens = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            Path folder = dir.resolve("round" + round);
            try (LogFixture bench = new LogFixture(folder, force, SegmentLogs.Options.DEFAULT)) {
                List<Entry> entries = Stream.generate(() -> entry(size)).limit(batch).toList();
                long start = System.nanoTime();
                for (int done = 0; done < records; done += batch) {
                    bench.log().append(entries);
                }
                appends[round] = bytes / (System.nanoTime() - start);
                start = System.nanoTime();
                read(bench.log());
                reads[round] = bytes / (System.nanoTime() - start);
            }
            long start = System.nanoTime();
            try (LogFixture bench = new LogFixture(folder, force, SegmentLogs.Options.DEFAULT)) {
                bench.log().next();
                opens[round] = (System.nanoTime() - start) / 1e6;
                bench.logs.delete("a/log");
            }
            Files.deleteIfExists(folder.resolve("a"));
        }
        System.out.printf("%-8s %,9d records, %3d x %,5d B, force %6s: append %s GB/s, read %s GB/s, open %s ms%n",
                dir.getFileName(), records, batch, size, force, figures(appends), figures(reads), figures(opens));
    }

    private static void read(RecordLog log) {
        long next = 0;
        while (next < log.next()) {
            List<Stored> some = log.read(next, 10_000, 10 << 20);
            next = some.getLast().offset() + 1;
        }
    }

    private static Entry entry(int size) {
        return new Entry(1, LogFixture.bytes("partition-7"), ByteBuffer.wrap(new byte[size]));
    }

    private static String figures(double[] rounds) {
        double[] sorted = rounds.clone();
        Arrays.sort(sorted);
        return "%.2f (best %.2f)".formatted(sorted[ROUNDS / 2], sorted[ROUNDS - 1]);
    }
}
