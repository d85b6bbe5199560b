package org.aforo.core.internal.meter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.aforo.api.Events.Event;
import org.aforo.api.meter.Meter;
import org.aforo.api.meter.Meter.Latency;
import org.aforo.api.meter.Meter.Rate;
import org.aforo.api.meter.Meter.Sample;
import org.aforo.api.meter.Meter.Snapshot;
import org.aforo.core.internal.SteppedTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@Timeout(20)
class BenchMetersTest {

    private static final Rate NOTHING = new Rate(0, 0, 0, 0);

    private final SteppedTime stepped = new SteppedTime();
    private final BenchMeters meters = new BenchMeters(stepped.time, stepped.events);
    private final Meter meter = meters.open("arn:x", "in");

    @AfterEach
    void close() {
        meters.close();
        stepped.close();
    }

    @Test
    void idleMeterReadsZeroAndHasNoHistory() {
        stepped.advance(5);

        assertThat(meter.snapshot())
                .isEqualTo(new Snapshot(0, 0, 0, 0, NOTHING, NOTHING, NOTHING, new Latency(0, 0, 0, 0, 0)));
        assertThat(meter.history()).isEmpty();
    }

    @Test
    void countsEachKind() {
        meter.add(3, 300);
        meter.add(1, 50);
        meter.error(2);
        meter.throttle(5);

        Snapshot now = meter.snapshot();

        assertThat(List.of(now.records(), now.bytes(), now.errors(), now.throttles())).containsExactly(4L, 350L, 2L,
                5L);
        assertThat(now.oneSecond()).isEqualTo(new Rate(4, 350, 2, 5));
        assertThat(now.tenSeconds()).isEqualTo(new Rate(0.4, 35, 0.2, 0.5));
    }

    @Test
    void ratesCoverTheirWindowsOfBenchTime() {
        for (int i = 0; i < 100; i++) {
            meter.add(10, 1_000);
            stepped.time.advance(Duration.ofMillis(500));
        }
        assertThat(meter.snapshot().oneSecond().records()).isCloseTo(20, within(10.0));
        assertThat(meter.snapshot().tenSeconds().records()).isCloseTo(20, within(1.0));
        assertThat(meter.snapshot().minute().records()).isCloseTo(1_000 / 60.0, within(0.01));

        stepped.advance(5);
        assertThat(meter.snapshot().oneSecond()).isEqualTo(NOTHING);
        assertThat(meter.snapshot().tenSeconds().records()).isCloseTo(10, within(1.0));

        stepped.advance(60);
        assertThat(meter.snapshot().minute()).isEqualTo(NOTHING);
        assertThat(meter.snapshot().records()).isEqualTo(1_000);
    }

    @Test
    void aGlanceTellsAllButTheSlowerRates() {
        meter.add(10, 1_000);
        meter.latency(5_000_000);
        stepped.time.advance(Duration.ofMillis(500));
        Snapshot whole = meter.snapshot();

        assertThat(whole.minute()).isNotEqualTo(NOTHING);
        assertThat(meter.glance()).isEqualTo(new Snapshot(whole.records(), whole.bytes(), whole.errors(),
                whole.throttles(), whole.oneSecond(), NOTHING, NOTHING, whole.latency()));
    }

    @Test
    void flowInAMomentOfStoppedTimeCountsInTheWindowThatBeginsThere() {
        meter.add(100, 100);

        stepped.advance(1);
        assertThat(meter.snapshot().oneSecond().records()).isEqualTo(100);
        stepped.advance(1);
        assertThat(meter.snapshot().oneSecond().records()).isZero();
        assertThat(meter.snapshot().tenSeconds().records()).isEqualTo(10);
    }

    @Test
    void historyIsSampledBeforeAndAfterEachMoveAndOnTheWay() {
        stepped.scheduler.every(Duration.ofSeconds(1), "producer", () -> meter.add(1, 10));

        stepped.advance(3);

        long second = 1_000_000_000L;
        assertThat(meter.history()).containsExactly(new Sample(second - 1, 0, 0, 0, 0),
                new Sample(second, 1, 10, 0, 0), new Sample(2 * second, 2, 20, 0, 0),
                new Sample(3 * second, 3, 30, 0, 0));
    }

    @Test
    void historyOfAStretchWithoutFlowIsItsEnds() {
        meter.add(1, 1);
        for (int i = 0; i < 1_000; i++) {
            stepped.advance(1);
        }
        meter.add(1, 1);
        stepped.advance(1);

        assertThat(meter.history()).extracting(Sample::records).containsExactly(0L, 1L, 1L, 2L, 2L);
        assertThat(meter.history().get(2).nanos()).isEqualTo(1_000_000_000_000L);
        assertThat(meter.snapshot().tenSeconds().records()).isEqualTo(0.1);
    }

    @Test
    void historyKeepsTenMinutesAtFourASecond() {
        stepped.scheduler.every(Duration.ofMillis(250), "producer", () -> meter.add(1, 1));

        stepped.advance(700);

        List<Sample> history = meter.history();
        assertThat(history).hasSize(SampleRing.MOST);
        assertThat(history.getLast()).isEqualTo(new Sample(700_000_000_000L, 2_800, 2_800, 0, 0));
        assertThat(history.getFirst().nanos()).isEqualTo(700_000_000_000L - (SampleRing.MOST - 1) * 250_000_000L);
        assertThat(history).extracting(Sample::nanos).isSorted().doesNotHaveDuplicates();
        assertThat(meter.snapshot().minute().records()).isCloseTo(4, within(0.02));
    }

    @Test
    void samplesByRealTimeWhileTimeFlows() {
        meter.add(1, 1);
        stepped.time.scale(10);

        while (meter.history().size() < 3) {
            meter.add(1, 1);
            Thread.onSpinWait();
        }

        assertThat(meter.history()).extracting(Sample::nanos).isSorted();
    }

    @Test
    void throttlingIsToldWhenItBeginsAndOnceItIsOverForTenSeconds() {
        stepped.scheduler.every(Duration.ofSeconds(1), "producer", () -> {
            if (stepped.seconds() >= 5 && stepped.seconds() <= 30 && stepped.seconds() % 5 == 0) {
                meter.throttle(100);
            }
        });

        stepped.advance(39);
        assertThat(told()).containsExactly("5 throttled arn:x in: over a limit, 100 refused so far");

        stepped.advance(1);
        assertThat(told()).last().isEqualTo("40 throttle-ended arn:x in: 600 refused within 25 s");

        meter.throttle(1);
        stepped.advance(60);
        assertThat(told()).hasSize(4).element(2).isEqualTo("40 throttled arn:x in: over a limit, 1 refused so far");
        assertThat(told()).last().isEqualTo("50 throttle-ended arn:x in: 1 refused within 1 s");
    }

    @Test
    void ofManyThrottledAtOnceAFewAreTold() {
        for (int i = 0; i < 10_000; i++) {
            meters.open("arn:" + i, "in").throttle(1);
        }

        stepped.advance(60);

        assertThat(stepped.events.since(0)).filteredOn(event -> event.type().equals("throttled")).hasSize(21).last()
                .extracting(Event::resource, Event::text).containsExactly("", "9,980 more");
        assertThat(stepped.events.since(0)).hasSize(42);
    }

    private List<String> told() {
        return stepped.events.since(0).stream().map(event -> Duration.between(SteppedTime.START, event.time())
                .toSeconds() + " " + event.type() + ' ' + event.resource() + ' ' + event.text()).toList();
    }

    @Test
    void latencyPercentilesToTwoDigits() {
        for (int i = 1; i <= 1_000; i++) {
            meter.latency(i * 1_000_000L);
        }

        Latency latency = meter.snapshot().latency();

        assertThat(latency.count()).isEqualTo(1_000);
        assertThat(latency.p50() / 1e6).isCloseTo(500, within(8.0));
        assertThat(latency.p90() / 1e6).isCloseTo(900, within(10.0));
        assertThat(latency.p99() / 1e6).isCloseTo(990, within(10.0));
        assertThat(latency.max() / 1e6).isCloseTo(1_000, within(10.0));
    }

    @Test
    void latenciesBeyondTheRangeCountAsItsEnds() {
        meter.latency(-5);
        meter.latency(Long.MAX_VALUE);

        assertThat(meter.snapshot().latency().count()).isEqualTo(2);
        assertThat(meter.snapshot().latency().max()).isCloseTo(Duration.ofHours(1).toNanos(), within(50_000_000_000L));
    }

    @Test
    void sameNameIsSameMeterUntilClosed() {
        assertThat(meters.open("arn:x", "in")).isSameAs(meter);
        assertThat(meters.open("arn:x", "out")).isNotSameAs(meter);

        meter.add(1, 1);
        meter.close();
        meter.add(1, 1);
        meter.latency(1);

        assertThat(meter.snapshot().records()).isEqualTo(1);
        Meter next = meters.open("arn:x", "in");
        assertThat(next.snapshot().records()).isZero();
        meter.close();
        assertThat(meters.all()).contains(next).hasSize(2);
    }

    @Test
    void addingFromManyThreadsLosesNothing() throws Exception {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            threads.add(stepped.scheduler.start("adder", () -> {
                for (int n = 0; n < 10_000; n++) {
                    meter.add(1, 2);
                    meter.latency(n);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }

        Snapshot now = meter.snapshot();
        assertThat(now.records()).isEqualTo(80_000);
        assertThat(now.bytes()).isEqualTo(160_000);
        assertThat(now.latency().count()).isEqualTo(80_000);
    }
}
