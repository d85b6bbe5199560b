package org.aforo.core.internal.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.log.RecordLog;
import org.aforo.api.log.RecordLog.Entry;
import org.aforo.api.log.RecordLog.Stored;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.aforo.core.internal.log.LogFixture.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Reads that are large enough to be taken from the files in place. */
class LargeReadTest {

    private static final int RECORDS = 1_500;

    @TempDir
    Path dir;

    @BeforeEach
    void fill() {
        try (LogFixture bench = bench()) {
            append(bench.log(), 0, RECORDS);
        }
    }

    @Test
    void givesWhatWasAppended() {
        try (LogFixture bench = bench()) {
            List<Stored> read = large(bench.log());

            assertThat(read).hasSize(RECORDS).allMatch(LargeReadTest::isRight);
            assertThat(bench.log().read(3, RECORDS, 600_000).getFirst().offset()).isEqualTo(3);
        }
    }

    @Test
    void copiesNothingWhereFilesAreLookedAtInPlace() {
        try (LogFixture bench = bench()) {
            assertThat(large(bench.log())).allMatch(stored -> stored.data().isReadOnly()
                    && stored.data().isDirect() == SegmentFile.MAPPED);
            assertThat(bench.log().read(0, 7, 10 << 20)).noneMatch(stored -> stored.data().isDirect());
        }
    }

    @Test
    void seesWhatIsAppendedBehindIt() {
        try (LogFixture bench = bench()) {
            List<Stored> before = large(bench.log());
            append(bench.log(), RECORDS, 2 * RECORDS);

            assertThat(large(bench.log())).hasSize(2 * RECORDS).allMatch(LargeReadTest::isRight);
            assertThat(before).hasSize(RECORDS).allMatch(LargeReadTest::isRight);
        }
    }

    @Test
    void staysReadableWhenTheLogIsDeleted() {
        try (LogFixture bench = bench()) {
            List<Stored> read = large(bench.log());
            bench.logs.delete("a/log");

            assertThat(read).hasSize(RECORDS).allMatch(LargeReadTest::isRight);
        }
    }

    @Test
    void losesTheBlockThatIsDamaged() throws IOException {
        byte[] whole = Files.readAllBytes(segment());
        byte[] flipped = whole.clone();
        flipped[whole.length / 2] ^= 1;
        Files.write(segment(), flipped);
        try (LogFixture bench = bench()) {
            List<Stored> read = large(bench.log());

            assertThat(read).hasSizeBetween(RECORDS - 40, RECORDS - 1).allMatch(LargeReadTest::isRight);
            assertThat(bench.logs.lostRecords()).isEqualTo(RECORDS - read.size());
        }
    }

    @Test
    void tellsOfAFileThatIsCutUnderIt() throws IOException {
        try (LogFixture bench = bench()) {
            large(bench.log());
            byte[] whole = Files.readAllBytes(segment());
            Files.write(segment(), Arrays.copyOf(whole, whole.length / 2));

            assertThatThrownBy(() -> large(bench.log())).isInstanceOf(AwsError.class);
            Files.write(segment(), whole);
            assertThat(large(bench.log())).hasSize(RECORDS).allMatch(LargeReadTest::isRight);
        }
    }

    private LogFixture bench() {
        return new LogFixture(dir, Duration.ofSeconds(1), SegmentLogs.Options.DEFAULT);
    }

    private Path segment() throws IOException {
        try (Stream<Path> files = Files.walk(dir)) {
            return files.filter(file -> Segment.isSegment(file.getFileName().toString())).findFirst().orElseThrow();
        }
    }

    private static List<Stored> large(RecordLog log) {
        return log.read(0, 10 * RECORDS, 10 << 20);
    }

    private static void append(RecordLog log, int from, int to) {
        for (int i = from; i < to; i += 100) {
            log.append(IntStream.range(i, i + 100).mapToObj(n -> new Entry(n, LogFixture.bytes("key-" + n),
                    LogFixture.bytes("record-" + n + "-".repeat(1_000)))).toList());
        }
    }

    private static boolean isRight(Stored stored) {
        return text(stored.key()).equals("key-" + stored.offset())
                && text(stored.data()).equals("record-" + stored.offset() + "-".repeat(1_000));
    }
}
