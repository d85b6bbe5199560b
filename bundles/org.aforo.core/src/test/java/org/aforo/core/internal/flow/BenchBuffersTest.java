package org.aforo.core.internal.flow;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

import org.aforo.api.flow.BufferState;
import org.aforo.api.flow.Buffers.Batch;
import org.aforo.api.flow.Buffers.Flusher;
import org.aforo.api.flow.Buffers.Spec;
import org.aforo.api.flow.FlowBuffer;
import org.aforo.api.flow.FlushReason;
import org.aforo.core.internal.SteppedTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(20)
class BenchBuffersTest {

    private static final long NONE = Long.MAX_VALUE;

    private final SteppedTime stepped = new SteppedTime();
    private final BenchBuffers buffers = new BenchBuffers(stepped.time, stepped.scheduler, stepped.events);
    private final List<Batch> flushed = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void close() {
        stepped.close();
    }

    @Test
    void theRecordThatReachesTheSizeIsPartOfTheFlush() throws Exception {
        FlowBuffer buffer = open(100, NONE, 60, NONE);

        buffer.add(1, 60);
        assertThat(flushed).isEmpty();
        buffer.add(1, 60);
        buffer.add(1, 10);
        settle(buffer, 1);

        assertThat(flushed).containsExactly(new Batch(2, 120, SteppedTime.START, FlushReason.SIZE));
        assertThat(buffer.state().bytes()).isEqualTo(10);
        assertThat(buffer.state().records()).isEqualTo(1);
    }

    @Test
    void countFlushesToo() throws Exception {
        FlowBuffer buffer = open(NONE, 3, 60, NONE);

        buffer.add(1, 1);
        buffer.add(1, 1);
        buffer.add(1, 1);
        settle(buffer, 1);

        assertThat(flushed).containsExactly(new Batch(3, 3, SteppedTime.START, FlushReason.COUNT));
    }

    @Test
    void theIntervalRunsFromTheFirstRecordAndFlushesOnTheMovingThread() throws Exception {
        List<Thread> threads = new ArrayList<>();
        FlowBuffer buffer = open(NONE, NONE, 60, NONE, batch -> {
            threads.add(Thread.currentThread());
            flushed.add(batch);
        });

        stepped.advance(30);
        buffer.add(1, 5);
        stepped.advance(40);
        buffer.add(1, 6);
        assertThat(buffer.state().oldest()).isEqualTo(Duration.ofSeconds(40));
        assertThat(buffer.state().flushAt()).contains(SteppedTime.START.plusSeconds(90));
        stepped.advance(19);
        assertThat(flushed).isEmpty();
        stepped.advance(1);

        assertThat(flushed).containsExactly(
                new Batch(2, 11, SteppedTime.START.plusSeconds(30), FlushReason.INTERVAL));
        assertThat(threads).containsExactly(Thread.currentThread());
        assertThat(buffer.state()).isEqualTo(new BufferState("b", 0, NONE, 0, NONE, Duration.ZERO,
                Optional.empty(), Optional.of(new BufferState.Flush(
                        SteppedTime.START.plusSeconds(90), FlushReason.INTERVAL, 2, 11))));
        stepped.advance(600);
        assertThat(flushed).hasSize(1);
    }

    @Test
    void whicheverComesFirstAndTheIntervalBeginsAnew() throws Exception {
        FlowBuffer buffer = open(100, NONE, 60, NONE);
        buffer.add(1, 10);
        stepped.advance(50);
        buffer.add(1, 90);
        settle(buffer, 1);
        buffer.add(1, 20);

        stepped.advance(59);
        assertThat(flushed).hasSize(1);
        stepped.advance(1);

        assertThat(flushed).containsExactly(new Batch(2, 100, SteppedTime.START, FlushReason.SIZE),
                new Batch(1, 20, SteppedTime.START.plusSeconds(50), FlushReason.INTERVAL));
    }

    @Test
    void flushWaitsUntilItIsDone() throws Exception {
        FlowBuffer buffer = open(NONE, NONE, 60, NONE);
        buffer.flush();
        assertThat(flushed).isEmpty();

        buffer.add(2, 7);
        buffer.flush();

        assertThat(flushed).containsExactly(new Batch(2, 7, SteppedTime.START, FlushReason.MANUAL));
        stepped.advance(60);
        assertThat(flushed).hasSize(1);
    }

    @Test
    void flushesGoOneAtATimeAndInOrder() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger overlaps = new AtomicInteger();
        FlowBuffer buffer = open(NONE, 2, 60, NONE, batch -> {
            overlaps.addAndGet(inside.getAndIncrement());
            Thread.yield();
            flushed.add(batch);
            inside.decrementAndGet();
        });

        for (int i = 1; i <= 200; i++) {
            buffer.add(1, i);
        }
        buffer.flush();

        assertThat(overlaps).hasValue(0);
        assertThat(flushed).hasSize(100);
        assertThat(flushed).extracting(Batch::bytes).isSorted();
    }

    @Test
    void atCapacityAddWaitsAndTryAddGivesUp() throws Exception {
        Semaphore release = new Semaphore(0);
        FlowBuffer buffer = open(100, NONE, 60, 150, batch -> {
            release.acquire();
            flushed.add(batch);
        });
        buffer.add(1, 100);
        buffer.add(1, 50);
        CountDownLatch added = new CountDownLatch(1);
        Thread adder = stepped.scheduler.start("adder", () -> {
            add(buffer, 1);
            added.countDown();
        });

        while (adder.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        assertThat(buffer.tryAdd(1, 1)).isFalse();
        assertThat(added.getCount()).isEqualTo(1);
        release.release();
        added.await();

        assertThat(buffer.state().bytes()).isEqualTo(51);
        assertThat(buffer.tryAdd(1, 1)).isTrue();
        release.release(10);
    }

    @Test
    void aCapacityBelowTheSizeFlushesRatherThanStandStill() throws Exception {
        FlowBuffer buffer = open(1_000, NONE, 60, 100);
        for (int i = 0; i < 10; i++) {
            buffer.add(1, 50);
        }
        buffer.flush();

        assertThat(flushed).hasSize(5).allMatch(batch -> batch.bytes() == 100 && batch.reason() == FlushReason.SIZE);
    }

    @Test
    void retuningActsOnWhatIsHeld() throws Exception {
        FlowBuffer buffer = open(100, NONE, 300, NONE);
        buffer.add(1, 40);
        stepped.advance(10);

        buffer.retune(100, Duration.ofSeconds(60));
        assertThat(buffer.state().flushAt()).contains(SteppedTime.START.plusSeconds(60));
        stepped.advance(50);
        assertThat(flushed).extracting(Batch::reason).containsExactly(FlushReason.INTERVAL);

        buffer.add(1, 40);
        buffer.retune(30, Duration.ofSeconds(60));
        settle(buffer, 2);
        buffer.add(1, 20);
        stepped.advance(30);
        buffer.retune(30, Duration.ofSeconds(15));
        settle(buffer, 3);

        assertThat(flushed).extracting(Batch::reason).containsExactly(FlushReason.INTERVAL, FlushReason.SIZE,
                FlushReason.INTERVAL);
        assertThat(stepped.time.nextTimer()).isNull();
    }

    @Test
    void intervalOfZeroFlushesEachRecord() throws Exception {
        FlowBuffer buffer = open(NONE, NONE, 0, NONE);

        buffer.add(1, 1);
        settle(buffer, 1);

        assertThat(flushed).extracting(Batch::reason).containsExactly(FlushReason.INTERVAL);
    }

    @Test
    void flusherThatThrowsIsToldAndTheLineGoesOn() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        FlowBuffer buffer = open(NONE, 1, 60, NONE, batch -> {
            if (calls.incrementAndGet() == 1) {
                throw new IOException("disk on fire");
            }
            flushed.add(batch);
        });

        buffer.add(1, 1);
        buffer.add(1, 2);
        buffer.flush();

        assertThat(flushed).extracting(Batch::bytes).containsExactly(2L);
        assertThat(stepped.events.since(0)).extracting("text")
                .containsExactly("Flush of b failed: java.io.IOException: disk on fire");
    }

    @Test
    void flusherThatRetriesByTheClockOnTheMovingThreadComesToAnEnd() throws Exception {
        FlowBuffer buffer = open(NONE, NONE, 60, NONE, batch -> {
            stepped.scheduler.sleep(Duration.ofSeconds(5));
            flushed.add(batch);
        });
        buffer.add(1, 1);

        stepped.advance(60);

        assertThat(flushed).hasSize(1);
        assertThat(stepped.seconds()).isEqualTo(65);
    }

    @Test
    void theMovingThreadDoesNotWaitForAFlushThatWaitsForTime() throws Exception {
        CompletableFuture<Thread> flusher = new CompletableFuture<>();
        FlowBuffer buffer = open(NONE, 2, 60, NONE, batch -> {
            flusher.complete(Thread.currentThread());
            if (batch.reason() == FlushReason.COUNT) {
                stepped.scheduler.sleep(Duration.ofSeconds(90));
            }
            flushed.add(batch);
        });
        buffer.add(1, 1);
        buffer.add(1, 1);
        buffer.add(1, 10);
        while (!stepped.time.waits(flusher.get())) {
            Thread.onSpinWait();
        }

        stepped.advance(60);
        assertThat(flushed).isEmpty();
        stepped.advance(30);
        buffer.flush();

        assertThat(flushed).extracting(Batch::reason).containsExactly(FlushReason.COUNT, FlushReason.INTERVAL);
    }

    @Test
    void taskOnTheMovingThreadMayFlushAndAddAtCapacity() throws Exception {
        FlowBuffer buffer = open(NONE, NONE, 600, 100, batch -> {
            stepped.scheduler.sleep(Duration.ofSeconds(2));
            flushed.add(batch);
        });
        stepped.scheduler.after(Duration.ofSeconds(1), "task", () -> {
            add(buffer, 100);
            add(buffer, 100);
            add(buffer, 30);
            try {
                buffer.flush();
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        });

        stepped.advance(1);

        assertThat(flushed).extracting(Batch::bytes).containsExactly(100L, 100L, 30L);
    }

    @Test
    void closedBufferTriggersNothingAndHoldsNobodyUp() throws Exception {
        FlowBuffer buffer = open(100, NONE, 60, 100);
        buffer.add(1, 10);

        buffer.close();
        buffer.close();
        stepped.advance(60);
        buffer.add(1, 500);

        assertThat(flushed).isEmpty();
        assertThat(buffer.tryAdd(1, 1)).isFalse();
        assertThat(stepped.time.nextTimer()).isNull();
    }

    @Test
    void closingWaitsForTheFlushUnderWayAndDropsTheRest() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        FlowBuffer buffer = open(NONE, 1, 60, NONE, batch -> {
            inside.countDown();
            go.await();
            flushed.add(batch);
        });
        buffer.add(1, 1);
        buffer.add(1, 2);
        inside.await();

        Thread closer = stepped.scheduler.start("closer", buffer::close);
        while (closer.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        assertThat(flushed).isEmpty();
        go.countDown();
        closer.join();

        assertThat(flushed).extracting(Batch::bytes).containsExactly(1L);
    }

    @Test
    void closingInterruptsAFlushThatWaitsForTime() throws Exception {
        FlowBuffer buffer = open(NONE, 1, 60, NONE, batch -> stepped.scheduler.sleep(Duration.ofDays(1)));
        buffer.add(1, 1);

        buffer.close();

        assertThat(stepped.time.nextTimer()).isNull();
    }

    @Test
    void aFlushCannotWaitForItself() throws Exception {
        FlowBuffer[] self = new FlowBuffer[1];
        self[0] = open(NONE, 1, 60, NONE, batch -> {
            assertThatThrownBy(() -> self[0].flush()).isInstanceOf(IllegalStateException.class);
            flushed.add(batch);
        });

        self[0].add(1, 1);
        self[0].flush();

        assertThat(flushed).hasSize(1);
    }

    private FlowBuffer open(long maxBytes, long maxRecords, long seconds, long capacity) {
        return open(maxBytes, maxRecords, seconds, capacity, flushed::add);
    }

    private FlowBuffer open(long maxBytes, long maxRecords, long seconds, long capacity, Flusher flusher) {
        return buffers.open(new Spec("b", maxBytes, maxRecords, Duration.ofSeconds(seconds), capacity), flusher);
    }

    /** Size flushes run on threads of their own. */
    private void settle(FlowBuffer buffer, int flushes) {
        while (flushed.size() < flushes || buffer.state().last().isEmpty()) {
            Thread.onSpinWait();
        }
    }

    private static void add(FlowBuffer buffer, long bytes) {
        try {
            buffer.add(1, bytes);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
