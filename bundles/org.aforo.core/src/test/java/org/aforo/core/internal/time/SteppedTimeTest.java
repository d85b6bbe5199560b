package org.aforo.core.internal.time;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;

import org.aforo.api.time.Scheduler.Signal;
import org.aforo.api.time.Scheduler.Timer;
import org.aforo.core.internal.SteppedTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

@Timeout(20)
class SteppedTimeTest {

    private final SteppedTime stepped = new SteppedTime();
    private final BenchTime time = stepped.time;
    private final List<String> ran = new ArrayList<>();
    private final List<String> threads = new ArrayList<>();

    @AfterEach
    void close() {
        stepped.close();
    }

    @Test
    void standsStillUntilMoved() {
        assertThat(time.now()).isEqualTo(SteppedTime.START).isEqualTo(time.now());

        stepped.advance(90);

        assertThat(time.now()).isEqualTo("2026-01-01T00:01:30Z");
        assertThat(time.millis()).isEqualTo(Instant.parse("2026-01-01T00:01:30Z").toEpochMilli());
        assertThat(time.nanos()).isEqualTo(90_000_000_000L);
    }

    @Test
    void timersRunInOrderOfTimeThenOfBeingSetEachAtItsOwnTimeOnTheMovingThread() {
        after(3, "c");
        after(1, "a");
        after(2, "b1");
        after(2, "b2");
        after(9, "later");

        stepped.advance(5);

        String here = Thread.currentThread().getName();
        assertThat(ran).containsExactly("a@1", "b1@2", "b2@2", "c@3");
        assertThat(threads).containsOnly(here);
        assertThat(stepped.seconds()).isEqualTo(5);
        assertThat(time.nextTimer()).isEqualTo(SteppedTime.START.plusSeconds(9));
    }

    private Timer after(long seconds, String name) {
        return stepped.scheduler.after(Duration.ofSeconds(seconds), name, () -> {
            ran.add(name + '@' + stepped.seconds());
            threads.add(Thread.currentThread().getName());
        });
    }

    @Test
    void timersSetMeanwhileRunIfTheyFallDueWithinTheSpan() {
        stepped.scheduler.after(Duration.ofSeconds(1), "outer", () -> {
            ran.add("outer");
            after(2, "within");
            after(20, "beyond");
        });
        after(3, "set earlier, same time");

        stepped.advance(10);

        assertThat(ran).containsExactly("outer", "set earlier, same time@3", "within@3");
    }

    @Test
    void repeatedTimerRunsOncePerPeriodUntilCancelled() {
        Timer[] timer = new Timer[1];
        timer[0] = stepped.scheduler.every(Duration.ofSeconds(10), "tick", () -> {
            ran.add("tick@" + stepped.seconds());
            if (stepped.seconds() == 40) {
                timer[0].cancel();
            }
        });

        stepped.advance(25);
        stepped.advance(100);

        assertThat(ran).containsExactly("tick@10", "tick@20", "tick@30", "tick@40");
        assertThat(time.nextTimer()).isNull();
    }

    @Test
    void cancelledTimerDoesNotRunAndIsForgotten() {
        Timer timer = after(1, "never");
        timer.cancel();
        timer.cancel();

        stepped.advance(5);

        assertThat(ran).isEmpty();
        assertThat(time.nextTimer()).isNull();
    }

    @Test
    void taskThatThrowsIsReportedAndARepeatedOneGoesOn() {
        stepped.scheduler.every(Duration.ofSeconds(1), "bad", () -> {
            throw new IllegalStateException("on purpose");
        });

        stepped.advance(2);

        assertThat(stepped.events.since(0)).extracting("type", "text")
                .containsOnly(tuple("task-failed", "bad: on purpose")).hasSize(2);
    }

    @Test
    void taskThatSleepsOnTheMovingThreadMovesTime() {
        stepped.scheduler.after(Duration.ofSeconds(1), "sleeper", () -> {
            sleep(5);
            ran.add("slept@" + stepped.seconds());
        });
        after(3, "meanwhile");

        stepped.advance(2);

        assertThat(ran).containsExactly("meanwhile@3", "slept@6");
        assertThat(stepped.seconds()).isEqualTo(6);
    }

    @Test
    void repeatedTimerThatSleptThroughPeriodsLeavesThemOut() {
        stepped.scheduler.every(Duration.ofSeconds(10), "slow", () -> {
            ran.add("slow@" + stepped.seconds());
            if (stepped.seconds() == 10) {
                sleep(25);
            }
        });

        stepped.advance(60);

        assertThat(ran).containsExactly("slow@10", "slow@40", "slow@50", "slow@60");
    }

    @Test
    void momentThatHasPassedHasNoEffect() {
        stepped.advance(10);

        time.advanceTo(SteppedTime.START.plusSeconds(3));

        assertThat(stepped.seconds()).isEqualTo(10);
        assertThatThrownBy(() -> time.advance(Duration.ofSeconds(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sleeperOnAnotherThreadWakesAtItsTime() throws Exception {
        List<Long> woken = new ArrayList<>();
        Thread sleeper = stepped.scheduler.start("sleeper", () -> {
            sleep(30);
            woken.add(stepped.seconds());
        });
        untilWaiting(sleeper);

        stepped.advance(29);
        assertThat(sleeper.isAlive()).isTrue();
        stepped.advance(1);
        sleeper.join();

        assertThat(woken).containsExactly(30L);
    }

    @Test
    void newsBetweenLookingAndWaitingIsNotMissed() throws Exception {
        Signal signal = stepped.scheduler.signal();
        long stamp = signal.stamp();

        signal.raise();

        assertThat(signal.await(stamp, Duration.ofDays(1))).isTrue();
        assertThat(signal.await(signal.stamp(), Duration.ZERO)).isFalse();
    }

    @Test
    void raisingWakesAllWhoWaitAndTheClockWakesTheRest() throws Exception {
        Signal signal = stepped.scheduler.signal();
        List<Thread> waiters = new ArrayList<>();
        List<Boolean> outcomes = Collections.synchronizedList(new ArrayList<>());
        for (int i = 0; i < 10; i++) {
            waiters.add(waiter(signal, outcomes));
        }
        signal.raise();
        join(waiters);
        Thread last = waiter(signal, outcomes);
        stepped.advance(20);
        last.join();

        assertThat(outcomes).hasSize(11).endsWith(false).startsWith(true, true, true, true, true, true, true, true,
                true, true);
        assertThat(time.nextTimer()).isNull();
    }

    @Test
    void noRaiseThatTheStampCountsEndsAWait() throws Exception {
        Signal signal = stepped.scheduler.signal();
        AtomicBoolean stop = new AtomicBoolean();
        Thread raiser = Thread.ofPlatform().start(() -> {
            while (!stop.get()) {
                signal.raise();
            }
        });
        int inVain = 0;
        for (int i = 0; i < 100_000; i++) {
            inVain += signal.await(signal.stamp(), Duration.ofDays(1)) ? 0 : 1;
        }
        stop.set(true);
        raiser.join();

        assertThat(inVain).isZero();
    }

    private Thread waiter(Signal signal, List<Boolean> outcomes) {
        long stamp = signal.stamp();
        Thread thread = stepped.scheduler.start("waiter", () -> {
            try {
                outcomes.add(signal.await(stamp, Duration.ofSeconds(20)));
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        });
        untilWaiting(thread);
        return thread;
    }

    @Test
    void closingInterruptsWhoWaitsForTimeThatWillNotCome() throws Exception {
        Thread sleeper = stepped.scheduler.start("sleeper", () -> sleep(30));
        untilWaiting(sleeper);

        stepped.close();
        sleeper.join();

        assertThat(stepped.events.since(0)).extracting("type").containsExactly("task-failed");
        assertThatThrownBy(() -> stepped.scheduler.sleep(Duration.ofSeconds(1)))
                .isInstanceOf(InterruptedException.class);
    }

    @Test
    void interruptedSleeperLeavesNothingBehind() throws Exception {
        Thread sleeper = stepped.scheduler.start("sleeper", () -> sleep(30));
        untilWaiting(sleeper);

        sleeper.interrupt();
        sleeper.join();

        assertThat(time.nextTimer()).isNull();
        assertThat(time.waits(sleeper)).isFalse();
    }

    @Test
    void hundredThousandTimersRunInOrder() {
        SplittableRandom random = new SplittableRandom(7);
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            stepped.scheduler.after(Duration.ofMillis(random.nextInt(1_000_000)), "t", () -> times.add(time.nanos()));
        }

        stepped.advance(1_000);

        assertThat(times).hasSize(100_000).isSorted();
    }

    @Test
    void whoBeginsToWaitJustBeforeTimeIsMovedIsWoken() throws InterruptedException {
        Thread sleeper = Thread.ofPlatform().daemon().unstarted(() -> sleep(1));
        time.onMove(nanos -> {
            if (sleeper.getState() == Thread.State.NEW) {
                sleeper.start();
                while (sleeper.getState() != Thread.State.WAITING) {
                    Thread.onSpinWait();
                }
            }
        });

        stepped.advance(5);

        assertThat(sleeper.join(Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void timerThatAnotherThreadSetsJustBeforeTimeIsMovedRunsAtItsTime() {
        time.onMove(nanos -> {
            if (nanos == 0) {
                join(List.of(Thread.ofPlatform().start(() -> after(1, "late"))));
            }
        });

        stepped.advance(5);

        assertThat(ran).containsExactly("late@1");
    }

    @Test
    void timeIsNotMovedWhileATimerIsBeingSet() throws InterruptedException {
        Thread mover = Thread.ofPlatform().unstarted(() -> stepped.advance(5));

        time.set(now -> {
            mover.start();
            while (mover.getState() != Thread.State.BLOCKED) {
                Thread.onSpinWait();
            }
            return now + Duration.ofSeconds(1).toNanos();
        }, "timer", () -> ran.add("timer@" + stepped.seconds()));
        mover.join();

        assertThat(ran).containsExactly("timer@1");
    }

    @Test
    void scaleHasBounds() {
        assertThatThrownBy(() -> time.scale(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> time.scale(100_001)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> time.scale(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> stepped.scheduler.every(Duration.ZERO, "x", () -> {}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void sleep(long seconds) {
        try {
            stepped.scheduler.sleep(Duration.ofSeconds(seconds));
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException("interrupted");
        }
    }

    private void untilWaiting(Thread thread) {
        while (!time.waits(thread)) {
            Thread.onSpinWait();
        }
    }

    private static void join(List<Thread> threads) {
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
