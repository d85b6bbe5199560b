package org.aforo.core.internal.log;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.aforo.api.log.RecordLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.aforo.core.internal.log.LogFixture.entries;
import static org.aforo.core.internal.log.LogFixture.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SegmentLogsTest {

    @TempDir
    Path dir;

    @Test
    void opensTheSameLogForTheSameName() {
        try (LogFixture bench = new LogFixture(dir)) {
            assertThat(bench.logs.open("a/b")).isSameAs(bench.logs.open("a/b")).isNotSameAs(bench.logs.open("a"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/a", "a/", "a//b", "..", "a/../b", "a/..", "./a", "a/.", "a\\b", "a b", "@trash",
            "a\0b", "ñ", "a:b"})
    void refusesNamesThatLeadElsewhere(String name) {
        try (LogFixture bench = new LogFixture(dir)) {
            assertThatThrownBy(() -> bench.logs.open(name)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> bench.logs.delete(name)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void listsNamesBelowAPrefix() {
        try (LogFixture bench = new LogFixture(dir)) {
            for (String name : new String[] {"s/x/1", "s/x/0", "s/x", "s/xy/0", "t..z", "s/x/0/deep"}) {
                bench.logs.open(name);
            }
        }
        try (LogFixture bench = new LogFixture(dir)) {
            assertThat(bench.logs.names("")).containsExactly("s/x", "s/x/0", "s/x/0/deep", "s/x/1", "s/xy/0", "t..z");
            assertThat(bench.logs.names("s/x")).containsExactly("s/x/0", "s/x/0/deep", "s/x/1");
            assertThat(bench.logs.names("s/")).containsExactly("s/x", "s/x/0", "s/x/0/deep", "s/x/1", "s/xy/0");
            assertThat(bench.logs.names("none")).isEmpty();
        }
    }

    @Test
    void deletesALogAndThoseBelowIt() throws Exception {
        try (LogFixture bench = new LogFixture(dir)) {
            RecordLog upper = bench.logs.open("s/x");
            RecordLog lower = bench.logs.open("s/x/0");
            RecordLog other = bench.logs.open("s/xy");
            lower.append(entries(0, 1));
            other.append(entries(0, 1));
            bench.logs.delete("s/x");
            bench.logs.delete("never/there");

            assertThatThrownBy(() -> lower.append(entries(0, 1))).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> upper.append(entries(0, 1))).isInstanceOf(IllegalStateException.class);
            assertThat(bench.logs.names("")).containsExactly("s/xy");
            assertThat(texts(other)).containsExactly("record-0");
            assertThat(bench.logs.open("s/x/0").next()).isZero();
            try (var trash = Files.list(dir.resolve("@trash"))) {
                assertThat(trash).isEmpty();
            }
        }
    }

    @Test
    void finishesADeletionThatWasCutShort() throws Exception {
        Files.createDirectories(dir.resolve("@trash/one/two"));
        Files.writeString(dir.resolve("@trash/one/@00000000000000000000.segment"), "rest");
        try (LogFixture bench = new LogFixture(dir)) {
            assertThat(dir.resolve("@trash/one")).doesNotExist();
            assertThat(bench.logs.names("")).isEmpty();
        }
    }

    @Test
    void holdsFewFilesOpenForManyLogs() {
        var opened = new AtomicInteger();
        var most = new AtomicInteger();
        OpenFiles.Opener counting = path -> new CountedChannel(SegmentLogs.Options.plain(path), opened, most);
        try (LogFixture bench = new LogFixture(dir, LogFixture.EACH, new SegmentLogs.Options(1_000, 5, counting))) {
            for (int round = 0; round < 4; round++) {
                for (int i = 0; i < 40; i++) {
                    bench.logs.open("log/" + i).append(entries(round, round + 1));
                }
            }
            for (int i = 0; i < 40; i++) {
                assertThat(texts(bench.logs.open("log/" + i)))
                        .containsExactly("record-0", "record-1", "record-2", "record-3");
            }
            assertThat(most.get()).isBetween(2, 5);
        }
        assertThat(opened).hasValue(0);
    }

    @Test
    void goesOnWhenFilesAreClosedUnderReadersAndWriters() {
        try (LogFixture bench = new LogFixture(dir, LogFixture.SOMETIMES,
                new SegmentLogs.Options(2_000, 2, SegmentLogs.Options::plain))) {
            CompletableFuture<?>[] all = new CompletableFuture<?>[8];
            for (int i = 0; i < all.length; i++) {
                String name = "log/" + i;
                all[i] = CompletableFuture.runAsync(() -> {
                    for (int n = 0; n < 100; n++) {
                        bench.logs.open(name).append(entries(n, n + 1));
                        assertThat(bench.logs.open(name).read(n / 2, 100, 100_000)).hasSize(n + 1 - n / 2);
                    }
                });
            }
            CompletableFuture.allOf(all).join();
        }
    }

    @Test
    void manyLogsAreForcedSeveralAtOnce() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var allWritten = new CountDownLatch(1);
        var two = new CountDownLatch(2);
        var alone = new AtomicInteger();
        var forced = new Semaphore(0);
        OpenFiles.Opener meeting = path -> new WrappedChannel(SegmentLogs.Options.plain(path)) {
            @Override
            public void force(boolean metaData) throws IOException {
                boolean first = path.toString().contains("first");
                (first ? begun : two).countDown();
                alone.addAndGet(passed(first ? allWritten : two) ? 0 : 1);
                super.force(metaData);
                forced.release();
            }
        };
        try (LogFixture bench = new LogFixture(dir, LogFixture.SOMETIMES,
                new SegmentLogs.Options(1_000, 100, meeting))) {
            bench.logs.open("first").append(entries(0, 1));
            assertThat(passed(begun)).isTrue();
            for (int i = 0; i < 50; i++) {
                bench.logs.open("log/" + i).append(entries(0, 1));
            }
            allWritten.countDown();

            assertThat(forced.tryAcquire(51, 20, TimeUnit.SECONDS)).isTrue();
            assertThat(alone).hasValue(0);
        }
    }

    @Test
    void aLogThatIsMadeAnewGetsNothingOfItsPredecessor() throws Exception {
        var journaled = new Semaphore(0);
        var anew = new Semaphore(0);
        Path safe = Files.createDirectories(dir.resolve("safe"));
        Path run = Files.createDirectories(dir.resolve("run"));
        var disk = new PowerCut(run, safe);
        OpenFiles.Opener told = path -> {
            FileChannel channel = disk.open(path);
            return new WrappedChannel(channel) {
                @Override
                public void force(boolean metaData) throws IOException {
                    super.force(metaData);
                    (path.toString().contains("@journal") ? journaled : anew).release();
                }
            };
        };
        try (LogFixture bench = new LogFixture(run, LogFixture.SOMETIMES,
                new SegmentLogs.Options(1 << 20, 500, told))) {
            for (int n = 0; !journaled.tryAcquire(2); n++) {
                for (int i = 0; i < 200; i++) {
                    bench.logs.open("s/" + i).append(entries(n, n + 1));
                }
            }
            bench.logs.delete("s");
            RecordLog log = bench.logs.open("s/0");
            anew.drainPermits();
            log.append(entries(7_000, 7_001));
            assertThat(anew.tryAcquire(20, TimeUnit.SECONDS)).isTrue();

            try (LogFixture left = new LogFixture(disk.left(Files.createDirectories(dir.resolve("left"))))) {
                assertThat(texts(left.logs.open("s/0"))).containsExactly("record-7000");
            }
        }
        assertThat(run.resolve("@journal-0")).doesNotExist();
        assertThat(run.resolve("@journal-1")).doesNotExist();
    }

    private static boolean passed(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
