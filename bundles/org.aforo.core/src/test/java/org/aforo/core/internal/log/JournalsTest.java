package org.aforo.core.internal.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import org.aforo.api.log.RecordLog.Entry;
import org.aforo.core.internal.EventRing;
import org.aforo.core.internal.time.BenchTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.aforo.core.internal.log.LogFixture.entries;
import static org.aforo.core.internal.log.LogFixture.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JournalsTest {

    private static final int LOGS = Journals.MANY;
    private static final long JOURNAL = 200_000;

    @TempDir
    Path dir;
    @TempDir
    Path safe;
    @TempDir
    Path cuts;
    PowerCut disk;
    LogSettings settings;
    Journals journals;
    Forcer byHand;
    final BenchTime time = new BenchTime(Instant.EPOCH, 0);
    final List<LogWriter> logs = new ArrayList<>();
    private int cut;

    @BeforeEach
    void open() throws IOException {
        disk = new PowerCut(dir, safe);
        settings = new LogSettings(1 << 20, JOURNAL, new OpenFiles(200, () -> 200, disk), new Staging(4, 1 << 20),
                new Damage(new EventRing(time)));
        journals = new Journals(dir, settings);
        byHand = new Forcer(SegmentLogs.NEVER, journals);
        for (int i = 0; i < LOGS; i++) {
            logs.add(log("log/" + i));
        }
    }

    @AfterEach
    void close() {
        byHand.close();
        time.close();
    }

    private LogWriter log(String name) throws IOException {
        Path folder = Files.createDirectories(dir.resolve(name));
        Segment.create(folder, 0, settings.files());
        return new LogWriter(name, folder, settings, byHand);
    }

    private void append(int number) {
        logs.forEach(log -> log.append(entries(number, number + 1)));
    }

    /** One round of the forcer; gives how many logs were forced themselves. */
    private int round() {
        List<LogWriter> rest = journals.keep(logs);
        rest.forEach(LogWriter::force);
        return rest.size();
    }

    /** Opens what is left after a loss of power. */
    private LogFixture left() throws IOException {
        return new LogFixture(disk.left(Files.createDirectories(cuts.resolve("cut-" + cut++))));
    }

    private void assertLeft(String... records) throws IOException {
        try (LogFixture bench = left()) {
            for (LogWriter log : logs) {
                assertThat(texts(bench.logs.open(log.name()))).describedAs(log.name()).containsExactly(records);
            }
            assertThat(bench.events.since(0)).isEmpty();
        }
    }

    private static String[] records(int to) {
        return IntStream.range(0, to).mapToObj(i -> "record-" + i).toArray(String[]::new);
    }

    @Test
    void oneForceMakesManyLogsSafe() throws IOException {
        append(0);
        assertThat(round()).describedAs("new files").isEqualTo(LOGS);
        disk.forced();
        for (int i = 1; i < 4; i++) {
            append(i);
            assertThat(round()).isZero();
            assertThat(disk.forced()).containsExactly("@journal-0");
            assertLeft(records(i + 1));
        }
    }

    @Test
    void whatNoRoundHadIsLost() throws IOException {
        append(0);
        round();
        append(1);
        round();
        append(2);

        assertLeft(records(2));
    }

    @Test
    void fewLogsAreForcedThemselves() throws IOException {
        append(0);
        round();
        logs.removeLast();
        append(1);
        assertThat(round()).isEqualTo(LOGS - 1);
    }

    @Test
    void aLogWithMuchThatIsNewIsForcedItself() throws IOException {
        append(0);
        round();
        append(1);
        logs.getFirst().append(List.of(large()));
        disk.forced();

        assertThat(round()).isEqualTo(1);
        assertThat(disk.forced()).containsExactly("@journal-0", "log/0/@00000000000000000000.segment");
        try (LogFixture bench = left()) {
            assertThat(texts(bench.logs.open("log/0"))).hasSize(3);
        }
    }

    private static Entry large() {
        return LogFixture.entry(9, "x".repeat(70_000));
    }

    @Test
    void aFullJournalIsChangedForTheOtherAndWrittenOver() throws IOException {
        append(0);
        round();
        int themselves = 0;
        for (int i = 1; i < 60; i++) {
            append(i);
            themselves += round();
            if (i % 10 == 0) {
                assertLeft(records(i + 1));
            }
        }
        journals.close();

        assertLeft(records(60));
        assertThat(themselves).isLessThan(59 * LOGS);
        for (String name : List.of("@journal-0", "@journal-1")) {
            assertThat(safe.resolve(name)).exists();
            assertThat(Files.size(safe.resolve(name))).isLessThanOrEqualTo(JOURNAL);
            assertThat(dir.resolve(name)).doesNotExist();
        }
    }

    @Test
    void aTornEndCostsTheLastRoundOnly() throws IOException {
        append(0);
        round();
        append(1);
        round();
        byte[] before = Files.readAllBytes(safe.resolve("@journal-0"));
        append(2);
        round();
        byte[] torn = Files.readAllBytes(safe.resolve("@journal-0"));
        torn[before.length + 100]++;
        Files.write(safe.resolve("@journal-0"), torn);

        assertLeft(records(2));
    }

    @Test
    void whatIsLeftOfAnEarlierTurnIsNotWritten() throws IOException {
        append(0);
        round();
        append(1);
        round();
        byte[] first = Files.readAllBytes(safe.resolve("@journal-0"));
        journals.forget("log/0");
        LogWriter anew = anew("log/0");
        anew.append(entries(70, 71));
        anew.force();

        assertThat(Files.size(safe.resolve("@journal-0"))).isEqualTo(first.length);
        try (LogFixture bench = left()) {
            assertThat(texts(bench.logs.open("log/0"))).containsExactly("record-70");
            assertThat(texts(bench.logs.open("log/1"))).containsExactly(records(2));
        }
    }

    private LogWriter anew(String name) throws IOException {
        Files.delete(Segment.path(dir.resolve(name), 0));
        return log(name);
    }

    @Test
    void aDeletedLogStaysDeleted() throws IOException {
        append(0);
        round();
        append(1);
        round();
        Files.delete(safe.resolve("log/3/@00000000000000000000.segment"));

        try (LogFixture bench = left()) {
            assertThat(bench.logs.names("")).hasSize(LOGS - 1).doesNotContain("log/3");
        }
    }

    @Test
    void aClosedLogIsNoHindrance() throws IOException {
        append(0);
        round();
        append(1);
        logs.get(5).close(false);
        assertThat(round()).isEqualTo(1);
        journals.close();

        assertThat(dir.resolve("@journal-0")).doesNotExist();
    }

    @Test
    void aDiskWithoutRoomForTheJournalForcesAllThemselves() throws IOException {
        append(0);
        round();
        append(1);
        disk.full.set(true);
        assertThat(round()).isEqualTo(LOGS);
        disk.full.set(false);

        assertLeft(records(2));
        append(2);
        assertThat(round()).isZero();
        assertLeft(records(3));
    }

    @Test
    void whatCannotBeForcedIsKept() throws IOException {
        append(0);
        round();
        append(1);
        round();
        disk.failing = name -> name.startsWith("log/7/");

        assertThatThrownBy(() -> journals.forget("log/0")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> journals.close()).isInstanceOf(IOException.class);
        assertLeft(records(2));

        disk.failing = name -> false;
        journals.close();
        assertLeft(records(2));
        assertThat(dir.resolve("@journal-0")).doesNotExist();
    }

    @Test
    void namesTellTheLogsApart() throws IOException {
        append(0);
        round();
        Collections.shuffle(logs);
        for (int i = 0; i < LOGS; i++) {
            logs.get(i).append(entries(i + 100, i + 101));
        }
        assertThat(round()).isZero();

        try (LogFixture bench = left()) {
            for (int i = 0; i < LOGS; i++) {
                assertThat(texts(bench.logs.open(logs.get(i).name()))).containsExactly("record-0",
                        "record-" + (i + 100));
            }
        }
    }
}
