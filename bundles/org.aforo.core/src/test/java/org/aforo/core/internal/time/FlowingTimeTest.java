package org.aforo.core.internal.time;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.aforo.core.internal.SteppedTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(30)
class FlowingTimeTest {

    private final SteppedTime bench = new SteppedTime();
    private final BenchTime time = bench.time;

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void alarmsRingInOrderAndNeverEarlyWhileTheScaleChanges() throws Exception {
        // Given 20,000 alarms within 1,000 s, set while time stands still
        int count = 20_000;
        SplittableRandom random = new SplittableRandom(1);
        List<Long> rung = new ArrayList<>();
        AtomicInteger early = new AtomicInteger();
        CountDownLatch left = new CountDownLatch(count);
        List<Long> dues = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long due = random.nextLong(1_000_000_000_000L);
            dues.add(due);
            time.set(due, null, () -> {
                rung.add(due);
                early.addAndGet(time.nanos() < due ? 1 : 0);
                left.countDown();
            });
        }

        // When time flows, faster and slower, with halts, and is moved by hand in between
        double[] scales = {900, 30_000, 0, 2_000, 1, 5_000};
        for (int i = 0; left.getCount() > 0; i++) {
            time.scale(scales[i % scales.length]);
            left.await(1, TimeUnit.MILLISECONDS);
            time.advance(Duration.ofMillis(random.nextInt(10_000)));
        }

        // Then each rang once, in order, none before its time
        Collections.sort(dues);
        assertThat(rung).isEqualTo(dues);
        assertThat(early).hasValue(0);
    }

    @Test
    void timeNeverGoesBackForAnyReader() throws Exception {
        AtomicBoolean stop = new AtomicBoolean();
        AtomicInteger backwards = new AtomicInteger();
        List<Thread> readers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            readers.add(Thread.ofPlatform().start(() -> {
                long last = time.nanos();
                while (!stop.get()) {
                    long now = time.nanos();
                    if (now < last) {
                        backwards.incrementAndGet();
                    }
                    last = now;
                }
            }));
        }
        for (int i = 0; i < 20_000; i++) {
            time.scale(i % 7 * 10_000);
            if (i % 100 == 0) {
                time.advance(Duration.ofNanos(i));
            }
        }
        stop.set(true);
        for (Thread reader : readers) {
            reader.join();
        }

        assertThat(backwards).hasValue(0);
    }

    @Test
    void tasksRunOnVirtualThreadsOfTheirOwnSoOneThatWaitsHoldsUpNobody() throws Exception {
        CountDownLatch free = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(2);
        AtomicBoolean virtual = new AtomicBoolean();
        bench.scheduler.after(Duration.ofSeconds(1), "first", () -> {
            await(free);
            done.countDown();
        });
        bench.scheduler.after(Duration.ofSeconds(2), "second", () -> {
            virtual.set(Thread.currentThread().isVirtual());
            free.countDown();
            done.countDown();
        });

        time.scale(1_000);

        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(virtual).isTrue();
    }

    @Test
    void repeatedRunsNeverOverlap() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger overlaps = new AtomicInteger();
        CountDownLatch runs = new CountDownLatch(50);
        bench.scheduler.every(Duration.ofMillis(1), "busy", () -> {
            overlaps.addAndGet(inside.getAndIncrement());
            Thread.yield();
            inside.decrementAndGet();
            runs.countDown();
        });

        time.scale(1_000);

        assertThat(runs.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(overlaps).hasValue(0);
    }

    @Test
    void alarmSetBeforeTheNextOneIsNotOverslept() throws Exception {
        CountDownLatch soon = new CountDownLatch(1);
        bench.scheduler.after(Duration.ofHours(1), "far", () -> {});
        time.scale(1);

        bench.scheduler.after(Duration.ofMillis(5), "near", soon::countDown);

        assertThat(soon.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void sleepFollowsTheScale() throws Exception {
        time.scale(60);
        long real = System.nanoTime();
        long before = time.nanos();

        bench.scheduler.sleep(Duration.ofSeconds(6));

        long slept = time.nanos() - before;
        long took = System.nanoTime() - real;
        assertThat(slept).isGreaterThanOrEqualTo(6_000_000_000L);
        assertThat(took).isGreaterThanOrEqualTo(99_000_000L).isLessThan(5_000_000_000L);
    }

    @Test
    void movingAFlowingClockRunsWhatIsDueAndFlowsOn() {
        List<String> ran = Collections.synchronizedList(new ArrayList<>());
        time.scale(1);
        bench.scheduler.after(Duration.ofMinutes(10), "b", () -> ran.add("b@" + bench.seconds()));
        bench.scheduler.after(Duration.ofMinutes(5), "a", () -> ran.add("a@" + bench.seconds()));

        time.advance(Duration.ofHours(1));

        assertThat(ran).containsExactly("a@300", "b@600");
        assertThat(time.scale()).isEqualTo(1);
        long now = time.nanos();
        while (time.nanos() == now) {
            Thread.onSpinWait();
        }
        assertThat(time.nanos()).isGreaterThan(now);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
