package org.aforo.core.internal.log;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.aforo.api.log.RecordLog;
import org.aforo.api.log.RecordLog.Stored;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.aforo.core.internal.log.LogFixture.all;
import static org.aforo.core.internal.log.LogFixture.entries;
import static org.aforo.core.internal.log.LogFixture.entry;
import static org.aforo.core.internal.log.LogFixture.text;
import static org.assertj.core.api.Assertions.assertThat;

class ManyAppendersTest {

    private static final int APPENDERS = 16;
    private static final int BATCHES = 25;

    @TempDir
    Path dir;

    static Stream<Duration> forcing() {
        return Stream.of(LogFixture.EACH, LogFixture.SOMETIMES);
    }

    @ParameterizedTest
    @MethodSource("forcing")
    void keepEachOnesOrderAndLeaveNoHole(Duration forcing) throws Exception {
        var options = new SegmentLogs.Options(LogFixture.SEGMENT, 4, SegmentLogs.Options::plain);
        try (LogFixture bench = new LogFixture(dir, forcing, options)) {
            RecordLog log = bench.log();
            List<Throwable> failures = run(i -> {
                long last = -1;
                for (int n = 0; n < BATCHES; n++) {
                    long offset = log.append(List.of(entry(n, i + ":" + 2 * n), entry(n, i + ":" + (2 * n + 1))));
                    assertThat(offset).isGreaterThan(last);
                    assertThat(log.next()).isGreaterThanOrEqualTo(offset + 2);
                    assertThat(text(log.read(offset, 1, 1).getFirst().data())).isEqualTo(i + ":" + 2 * n);
                    last = offset;
                }
            });
            assertThat(failures).isEmpty();
        }
        try (LogFixture bench = new LogFixture(dir)) {
            inOrder(all(bench.log(), 0));
        }
    }

    @Test
    void anInterruptHarmsNobody() throws Exception {
        try (LogFixture bench = new LogFixture(dir)) {
            RecordLog log = bench.log();
            List<Throwable> failures = run(i -> {
                for (int n = 0; n < 40; n++) {
                    if (i % 2 == 0) {
                        Thread.currentThread().interrupt();
                    }
                    log.append(entries(n, n + 1));
                    assertThat(log.read(0, 5, 1_000)).isNotEmpty();
                    assertThat(Thread.interrupted()).isEqualTo(i % 2 == 0);
                }
            });
            assertThat(failures).isEmpty();
            assertThat(all(log, 0)).hasSize(APPENDERS * 40);
        }
    }

    @Test
    void readersAreNotHarmedByTrimming() throws Exception {
        try (LogFixture bench = new LogFixture(dir)) {
            RecordLog log = bench.log();
            List<Throwable> failures = run(i -> {
                for (int n = 0; n < 60; n++) {
                    if (i == 0) {
                        log.trimTo(log.next() - 20);
                    } else if (i < 4) {
                        log.append(entries(n, n + 5));
                    } else {
                        List<Stored> read = log.read(log.first(), 40, 10_000);
                        for (int k = 1; k < read.size(); k++) {
                            assertThat(read.get(k).offset()).isEqualTo(read.get(k - 1).offset() + 1);
                        }
                        assertThat(log.at(n)).isBetween(0L, 900L);
                    }
                }
            });
            assertThat(failures).isEmpty();
            assertThat(bench.events.since(0)).isEmpty();
        }
    }

    private interface Work {
        void run(int i);
    }

    private static List<Throwable> run(Work work) throws InterruptedException {
        List<Throwable> failures = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < APPENDERS; i++) {
            int number = i;
            threads.add(Thread.ofVirtual().unstarted(() -> work.run(number)));
            threads.getLast().setUncaughtExceptionHandler((thread, failure) -> {
                synchronized (failures) {
                    failures.add(failure);
                }
            });
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        return failures;
    }

    private static void inOrder(List<Stored> read) {
        Map<String, Integer> next = new HashMap<>();
        for (int offset = 0; offset < read.size(); offset++) {
            assertThat(read.get(offset).offset()).isEqualTo(offset);
            String[] name = text(read.get(offset).data()).split(":");
            assertThat(Integer.parseInt(name[1])).isEqualTo(next.getOrDefault(name[0], 0));
            next.merge(name[0], 1, Integer::sum);
        }
        assertThat(read).hasSize(APPENDERS * BATCHES * 2);
    }
}
