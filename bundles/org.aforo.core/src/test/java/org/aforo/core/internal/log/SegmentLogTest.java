package org.aforo.core.internal.log;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.aforo.api.log.RecordLog;
import org.aforo.api.log.RecordLog.Entry;
import org.aforo.api.log.RecordLog.Stored;
import org.aforo.core.internal.log.LogFixture.Seen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.aforo.core.internal.log.LogFixture.all;
import static org.aforo.core.internal.log.LogFixture.bytes;
import static org.aforo.core.internal.log.LogFixture.entries;
import static org.aforo.core.internal.log.LogFixture.entry;
import static org.aforo.core.internal.log.LogFixture.seen;
import static org.aforo.core.internal.log.LogFixture.text;
import static org.aforo.core.internal.log.LogFixture.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SegmentLogTest {

    @TempDir
    Path dir;
    LogFixture bench;
    RecordLog log;

    @BeforeEach
    void open() {
        bench = new LogFixture(dir);
        log = bench.log();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void givesBackWhatWasAppended() {
        long first = log.append(List.of(entry(5, "a"), new Entry(6, bytes(""), bytes(""))));
        long second = log.append(List.of(entry(7, "b")));

        assertThat(first).isZero();
        assertThat(second).isEqualTo(2);
        assertThat(seen(log.read(0, 10, 1_000))).containsExactly(new Seen(0, 5, bytes("key-a"), bytes("a")),
                new Seen(1, 6, bytes(""), bytes("")), new Seen(2, 7, bytes("key-b"), bytes("b")));
        Stored read = log.read(0, 1, 100).getFirst();
        assertThat(read.dataLength()).isEqualTo(1);
        assertThat(read.key().isReadOnly()).isTrue();
        assertThat(read.data().isReadOnly()).isTrue();
    }

    @Test
    void takesSlicesAndDirectBuffersAndLeavesThemAsTheyAre() {
        ByteBuffer slice = bytes("xxdataxx").position(2).limit(6);
        ByteBuffer direct = ByteBuffer.allocateDirect(3).put(bytes("key")).flip().asReadOnlyBuffer();

        log.append(List.of(new Entry(1, direct, slice)));

        assertThat(slice).isEqualTo(bytes("data"));
        assertThat(direct.remaining()).isEqualTo(3);
        Stored stored = log.read(0, 1, 100).getFirst();
        assertThat(text(stored.key()) + text(stored.data())).isEqualTo("keydata");
    }

    @Test
    void isTheSameAfterReopening() {
        for (int i = 0; i < 500; i += 5) {
            log.append(entries(i, i + 5));
        }
        List<Stored> before = all(log, 0);
        bench.close();
        open();

        assertThat(before).hasSize(500);
        assertThat(seen(all(log, 0))).isEqualTo(seen(before));
        assertThat(log.append(entries(500, 501))).isEqualTo(500);
        assertThat(bench.events.since(0)).isEmpty();
    }

    @Test
    void readsFromAnyOffsetAcrossSegments() {
        for (int i = 0; i < 400; i += 4) {
            log.append(entries(i, i + 4));
        }
        for (int i = 0; i < 400; i++) {
            assertThat(log.read(i, 1, 1_000)).singleElement().extracting(Stored::offset).isEqualTo((long) i);
        }
        assertThat(log.read(100, 300, 1_000_000)).hasSize(300);
        assertThat(log.read(400, 1, 1_000)).isEmpty();
        assertThat(log.read(-5, 1, 1_000)).singleElement().extracting(Stored::offset).isEqualTo(0L);
        assertThat(log.read(0, 0, 1_000)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"100, 0, 1", "100, 1, 1", "100, 19, 1", "100, 20, 2", "100, 28, 2", "100, 29, 3", "2, 1000, 2",
            "100, 39, 4",
            "100, 40, 5", "100, 9223372036854775807, 5", "2147483647, 9223372036854775807, 5"})
    void readsNoMoreThanAskedForButTheFirstRecord(int maxRecords, long maxBytes, int expected) {
        log.append(List.of(sized(10), sized(10)));
        log.append(List.of(sized(9), sized(1), sized(10)));

        assertThat(log.read(0, maxRecords, maxBytes)).hasSize(expected);
    }

    @Test
    void findsRecordsByTime() {
        for (int i = 0; i < 300; i += 3) {
            log.append(List.of(entry(i * 10, "x".repeat(40)), entry(i * 10, "y"), entry(i * 10 + 10, "z")));
        }
        assertThat(log.at(Long.MIN_VALUE)).isZero();
        assertThat(log.at(0)).isZero();
        assertThat(log.at(1)).isEqualTo(2);
        for (int i = 0; i < 300; i += 3) {
            assertThat(log.at(i * 10)).isEqualTo(i);
            assertThat(log.at(i * 10 + 1)).isEqualTo(i + 2);
            assertThat(log.at(i * 10 + 11)).isEqualTo(i + 3);
        }
        assertThat(log.at(Long.MAX_VALUE)).isEqualTo(300);
    }

    @Test
    void letsNoTimeGoBack() {
        log.append(List.of(entry(50, "a"), entry(40, "b")));
        bench.close();
        open();
        log.append(List.of(entry(10, "c"), entry(60, "d")));

        assertThat(all(log, 0)).extracting(Stored::millis).containsExactly(50L, 50L, 50L, 60L);
    }

    @Test
    void takesBatchesAndRecordsLargerThanItsBuffers() {
        byte[] huge = new byte[3 << 20];
        new Random(1).nextBytes(huge);
        List<Entry> batch = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            batch.add(entry(i, "v".repeat(50_000)));
        }
        batch.add(20, new Entry(20, bytes("huge"), ByteBuffer.wrap(huge)));
        log.append(batch);
        log.append(entries(100, 101));
        bench.close();
        open();

        List<Stored> read = all(log, 0);
        assertThat(read).hasSize(42);
        assertThat(read.get(20).data()).isEqualTo(ByteBuffer.wrap(huge));
        assertThat(read.get(40).data().remaining()).isEqualTo(50_000);
        assertThat(text(read.get(41).data())).isEqualTo("record-100");
        assertThat(log.read(0, 100, 1L << 30)).hasSize(42);
    }

    @Test
    void appendsNothingForAnEmptyBatch() {
        assertThat(log.append(List.of())).isZero();
        assertThat(log.next()).isZero();
        assertThat(log.bytes()).isZero();
    }

    @Test
    void tellsListenersUntilTheyClose() throws Exception {
        AtomicInteger told = new AtomicInteger();
        AutoCloseable one = log.onAppend(told::incrementAndGet);
        AutoCloseable other = log.onAppend(told::incrementAndGet);
        log.append(entries(0, 3));
        one.close();
        one.close();
        log.append(entries(3, 4));
        other.close();
        log.append(entries(4, 5));

        assertThat(told).hasValue(3);
    }

    @Test
    void waitsForARecord() throws Exception {
        CompletableFuture<Boolean> found = new CompletableFuture<>();
        Thread waiter = Thread.ofVirtual().start(() -> found.complete(await(2, Duration.ofDays(400_000_000))));
        log.append(entries(0, 2));
        log.append(entries(2, 3));
        waiter.join();

        assertThat(found).isCompletedWithValue(true);
        assertThat(log.await(2, Duration.ZERO)).isTrue();
        assertThat(log.await(3, Duration.ZERO)).isFalse();
    }

    @Test
    void waitsNoLongerThanToldByTheBenchClock() {
        CompletableFuture<Boolean> found = CompletableFuture.supplyAsync(() -> await(1, Duration.ofSeconds(60)));
        while (bench.time.nextTimer() == null && !found.isDone()) {
            Thread.onSpinWait();
            bench.time.advance(Duration.ofSeconds(10));
            log.append(entries(0, 0));
        }
        while (!found.isDone()) {
            bench.time.advance(Duration.ofSeconds(10));
        }
        assertThat(found.join()).isFalse();
    }

    @Test
    void whoWaitsForMoreIsToldThatItIsSealed() throws Exception {
        log.append(entries(0, 2));
        CompletableFuture<Boolean> found = CompletableFuture.supplyAsync(() -> await(2, Duration.ofDays(1)));
        while (bench.time.nextTimer() == null) {
            Thread.onSpinWait();
        }

        log.seal();

        assertThat(found.get(10, TimeUnit.SECONDS)).isFalse();
        assertThat(log.await(2, Duration.ofDays(1))).isFalse();
        assertThat(log.await(1, Duration.ZERO)).isTrue();
        assertThat(texts(log)).containsExactly("record-0", "record-1");
    }

    @Test
    void refusesUseOnceClosed() throws Exception {
        log.append(entries(0, 1));
        log.close();
        log.close();

        assertThatThrownBy(() -> log.append(entries(1, 2))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> log.read(0, 1, 1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> log.await(9, Duration.ofDays(1))).isInstanceOf(IllegalStateException.class);
        assertThat(bench.log()).isNotSameAs(log);
        assertThat(texts(bench.log())).containsExactly("record-0");
    }

    private boolean await(long offset, Duration timeout) {
        try {
            return log.await(offset, timeout);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Entry sized(int bytes) {
        return new Entry(1, bytes(""), bytes("x".repeat(bytes)));
    }
}
