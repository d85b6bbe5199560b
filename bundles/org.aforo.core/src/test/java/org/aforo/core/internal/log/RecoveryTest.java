package org.aforo.core.internal.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.aforo.api.log.RecordLog.Stored;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.aforo.core.internal.log.LogFixture.all;
import static org.aforo.core.internal.log.LogFixture.entries;
import static org.aforo.core.internal.log.LogFixture.text;
import static org.aforo.core.internal.log.LogFixture.texts;
import static org.assertj.core.api.Assertions.assertThat;

class RecoveryTest {

    @TempDir
    Path dir;

    @Test
    void cutsATornTailAtEveryByte() throws Exception {
        int[] ends = new int[2];
        try (LogFixture bench = new LogFixture(dir)) {
            bench.log().append(entries(0, 3));
            ends[0] = (int) bench.log().bytes();
            bench.log().append(entries(3, 4));
            ends[1] = (int) bench.log().bytes();
        }
        byte[] whole = Files.readAllBytes(segments().getLast());
        for (int length = ends[0]; length < ends[1]; length++) {
            Files.write(segments().getLast(), Arrays.copyOf(whole, length));
            try (LogFixture bench = new LogFixture(dir)) {
                assertThat(texts(bench.log())).containsExactly("record-0", "record-1", "record-2");
                assertThat(bench.log().next()).isEqualTo(3);
                assertThat(bench.log().bytes()).isEqualTo(ends[0]);
                assertThat(bench.logs.tornTails()).isEqualTo(length > ends[0] ? 1 : 0);
                assertThat(bench.told("log-tail-cut")).hasSize(length > ends[0] ? 1 : 0);
                assertThat(bench.log().append(entries(7, 8))).isEqualTo(3);
                assertThat(texts(bench.log())).endsWith("record-2", "record-7");
            }
        }
    }

    @Test
    void cutsAllOfABatchThatIsTornBetweenItsBlocks() throws Exception {
        try (LogFixture bench = new LogFixture(dir)) {
            bench.log().append(entries(0, 2));
            bench.log().append(IntStream.range(2, 5).mapToObj(i -> LogFixture.entry(i, "x".repeat(30_000))).toList());
        }
        byte[] whole = Files.readAllBytes(segments().getLast());
        Files.write(segments().getLast(), Arrays.copyOf(whole, whole.length - 20_000));

        try (LogFixture bench = new LogFixture(dir)) {
            assertThat(texts(bench.log())).containsExactly("record-0", "record-1");
            assertThat(bench.logs.tornTails()).isOne();
        }
    }

    @Test
    void cutsZeroesThatALossOfPowerLeaves() throws Exception {
        try (LogFixture bench = new LogFixture(dir)) {
            bench.log().append(entries(0, 2));
        }
        Path last = segments().getLast();
        Files.write(last, Arrays.copyOf(Files.readAllBytes(last), 100_000));

        try (LogFixture bench = new LogFixture(dir)) {
            assertThat(texts(bench.log())).hasSize(2);
            assertThat(bench.told("log-tail-cut")).singleElement().asString().contains("a/log", "bytes");
        }
    }

    @Test
    void givesNothingWrongAndLosesOneBlockForAFlippedBit() throws Exception {
        try (LogFixture bench = new LogFixture(dir)) {
            for (int i = 0; i < 300; i += 3) {
                bench.log().append(entries(i, i + 3));
            }
        }
        Random random = new Random(7);
        List<Path> segments = segments();
        for (int round = 0; round < 150; round++) {
            Path victim = segments.get(random.nextInt(segments.size()));
            byte[] whole = Files.readAllBytes(victim);
            byte[] flipped = whole.clone();
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
            boolean lastBlock = victim.equals(segments.getLast());
            Files.write(victim, flipped);
            try (LogFixture bench = new LogFixture(dir)) {
                List<Stored> read = all(bench.log(), 0);
                assertThat(read).allMatch(stored -> text(stored.data()).equals("record-" + stored.offset()));
                assertThat(read).hasSize(297);
                assertThat(bench.logs.lostRecords() + (lastBlock ? 3 * bench.logs.tornTails() : 0)).isEqualTo(3);
                assertThat(bench.told("log-corrupt").size() + bench.told("log-tail-cut").size()).isOne();
            } finally {
                Files.write(victim, whole);
            }
        }
    }

    @Test
    void saysWhichRecordsADamagedSegmentCost() throws Exception {
        try (LogFixture bench = new LogFixture(dir)) {
            for (int i = 0; i < 300; i++) {
                bench.log().append(entries(i, i + 1));
            }
        }
        List<Path> segments = segments();
        long from = base(segments.get(1));
        long to = base(segments.get(2));
        Files.write(segments.get(1), new byte[(int) Files.size(segments.get(1))]);

        try (LogFixture bench = new LogFixture(dir)) {
            assertThat(all(bench.log(), 0)).hasSize((int) (300 - (to - from)));
            assertThat(all(bench.log(), 0)).extracting(Stored::offset)
                    .contains(from - 1, to, 299L).doesNotContain(from);
            assertThat(bench.log().at(from)).isEqualTo(to);
            assertThat(bench.logs.lostRecords()).isEqualTo(to - from);
            assertThat(bench.told("log-corrupt")).singleElement().asString()
                    .contains("a/log", "offsets %d to %d".formatted(from, to - 1));
        }
    }

    @Test
    void saysWhichRecordsAMissingSegmentCost() throws Exception {
        try (LogFixture bench = new LogFixture(dir)) {
            for (int i = 0; i < 300; i++) {
                bench.log().append(entries(i, i + 1));
            }
        }
        List<Path> segments = segments();
        Files.delete(segments.get(1));

        try (LogFixture bench = new LogFixture(dir)) {
            long lost = base(segments.get(2)) - base(segments.get(1));
            assertThat(all(bench.log(), 0)).hasSize((int) (300 - lost));
            assertThat(bench.logs.lostRecords()).isEqualTo(lost);
        }
    }

    @Test
    void makesIndexFilesAnewThatAreMissingOrDamaged() throws Exception {
        try (LogFixture bench = new LogFixture(dir)) {
            for (int i = 0; i < 300; i++) {
                bench.log().append(entries(i, i + 1));
            }
        }
        List<Path> indexes = files(".index");
        byte[] good = Files.readAllBytes(indexes.get(1));
        Files.delete(indexes.get(0));
        Files.write(indexes.get(1), new byte[] {1, 2, 3});
        Files.write(indexes.get(2), good);

        try (LogFixture bench = new LogFixture(dir)) {
            assertThat(all(bench.log(), 0)).hasSize(300);
            assertThat(bench.log().at(77)).isEqualTo(77);
            assertThat(bench.events.since(0)).isEmpty();
        }
        assertThat(indexes.get(0)).exists();
        assertThat(Files.readAllBytes(indexes.get(1))).isEqualTo(good);
    }

    @Test
    void survivesGarbageForASegment() throws Exception {
        try (LogFixture bench = new LogFixture(dir)) {
            bench.log().append(entries(0, 2));
        }
        byte[] garbage = new byte[50_000];
        new Random(3).nextBytes(garbage);
        Files.write(segments().getLast(), garbage);

        try (LogFixture bench = new LogFixture(dir)) {
            assertThat(texts(bench.log())).isEmpty();
            assertThat(bench.log().append(entries(0, 1))).isZero();
        }
    }

    private List<Path> segments() throws IOException {
        return files(".segment");
    }

    private List<Path> files(String suffix) throws IOException {
        try (Stream<Path> files = Files.list(dir.resolve("a/log"))) {
            return new ArrayList<>(files.filter(file -> file.toString().endsWith(suffix)).sorted().toList());
        }
    }

    private static long base(Path segment) {
        return Long.parseLong(segment.getFileName().toString().replaceAll("\\D", ""));
    }
}
