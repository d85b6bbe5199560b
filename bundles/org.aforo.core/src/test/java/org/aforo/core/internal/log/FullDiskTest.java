package org.aforo.core.internal.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.log.RecordLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.aforo.core.internal.log.LogFixture.entries;
import static org.aforo.core.internal.log.LogFixture.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A disk with so much room left, whose cutting and forcing can be made to fail too. */
class FullDiskTest {

    @TempDir
    Path dir;
    final AtomicLong room = new AtomicLong(Long.MAX_VALUE);
    final AtomicBoolean cutFails = new AtomicBoolean();
    final AtomicBoolean forceFails = new AtomicBoolean();
    final Semaphore forces = new Semaphore(0);
    final Semaphore forced = new Semaphore(0);
    LogFixture bench;

    private final class SmallDisk extends WrappedChannel {

        SmallDisk(FileChannel inner) {
            super(inner);
        }

        @Override
        public int write(ByteBuffer source, long position) throws IOException {
            int some = (int) Math.min(room.get(), source.remaining());
            if (some == 0) {
                throw new IOException("No space left on device");
            }
            ByteBuffer part = source.slice(source.position(), some);
            super.write(part, position);
            room.addAndGet(-some);
            source.position(source.position() + some);
            return some;
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            if (cutFails.get()) {
                throw new IOException("Input/output error");
            }
            return super.truncate(size);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            forces.release();
            if (forceFails.get()) {
                throw new IOException("Input/output error");
            }
            super.force(metaData);
            forced.release();
        }
    }

    @BeforeEach
    void open() {
        bench = new LogFixture(dir, LogFixture.EACH, new SegmentLogs.Options(LogFixture.SEGMENT, 16,
                path -> new SmallDisk(SegmentLogs.Options.plain(path))));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 23, 24, 50, 100})
    void refusesAllOfABatchAndGoesOnWhenThereIsRoom(int left) {
        RecordLog log = bench.log();
        log.append(entries(0, 3));
        long bytes = log.bytes();
        room.set(left);

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> log.append(entries(3, 9))).isInstanceOfSatisfying(AwsError.class, error -> {
                assertThat(error.code()).isEqualTo("InternalFailure");
                assertThat(error.status()).isEqualTo(500);
                assertThat(error).hasMessage("The record log failed: No space left on device");
            });
            room.set(left);
        }
        assertThat(log.next()).isEqualTo(3);
        assertThat(log.bytes()).isEqualTo(bytes);
        assertThat(bench.told("log-failed")).hasSize(1);

        room.set(Long.MAX_VALUE);
        assertThat(log.append(entries(3, 4))).isEqualTo(3);
        assertThat(bench.told("log-mended")).hasSize(1);
        reopen();
        assertThat(texts(bench.log())).containsExactly("record-0", "record-1", "record-2", "record-3");
        assertThat(bench.events.since(0)).isEmpty();
    }

    @Test
    void leavesNothingOfAFailedBatchThoughCuttingFailedToo() {
        RecordLog log = bench.log();
        log.append(entries(0, 1));
        room.set(200);
        cutFails.set(true);
        assertThatThrownBy(() -> log.append(entries(1, 9))).isInstanceOf(AwsError.class);
        room.set(Long.MAX_VALUE);
        assertThatThrownBy(() -> log.append(entries(1, 2))).isInstanceOf(AwsError.class);
        cutFails.set(false);
        log.append(entries(20, 21));

        assertThat(texts(log)).containsExactly("record-0", "record-20");
        reopen();
        assertThat(texts(bench.log())).containsExactly("record-0", "record-20");
        assertThat(bench.events.since(0)).isEmpty();
    }

    @Test
    void publishesNothingThatCouldNotBeForced() {
        RecordLog log = bench.log();
        for (int i = 0; i < 200; i++) {
            int from = log.next() == i ? i : -1;
            forceFails.set(i % 3 == 1);
            if (i % 3 == 1) {
                assertThatThrownBy(() -> log.append(entries(500, 520))).isInstanceOf(AwsError.class);
                forceFails.set(false);
            }
            assertThat(log.append(entries(i, i + 1))).isEqualTo(from);
        }
        reopen();
        assertThat(texts(bench.log())).hasSize(200).doesNotContain("record-500");
        assertThat(bench.events.since(0)).isEmpty();
    }

    @Test
    void forcesAtIntervalsAndTellsOnceWhenItCannot() throws Exception {
        bench.close();
        bench = new LogFixture(dir, Duration.ofMillis(1), new SegmentLogs.Options(LogFixture.SEGMENT, 16,
                path -> new SmallDisk(SegmentLogs.Options.plain(path))));
        forceFails.set(true);
        bench.log().append(entries(0, 1));
        assertThat(forces.tryAcquire(5, 10, TimeUnit.SECONDS)).isTrue();
        forceFails.set(false);
        assertThat(forced.tryAcquire(10, TimeUnit.SECONDS)).isTrue();

        assertThat(bench.told("log-failed")).hasSize(1);
        assertThat(texts(bench.log())).hasSize(1);
    }

    @Test
    void readsWhileTheDiskIsFull() {
        bench.log().append(entries(0, 3));
        room.set(0);
        assertThatThrownBy(() -> bench.log().append(entries(3, 4))).isInstanceOf(AwsError.class);

        assertThat(texts(bench.log())).hasSize(3);
        assertThat(bench.log().at(1)).isEqualTo(1);
    }

    private void reopen() {
        bench.close();
        open();
    }
}
