package org.aforo.service.metrics.internal;

import static org.aforo.service.metrics.internal.MetricsBench.at;
import static org.aforo.service.metrics.internal.MetricsBench.dimension;
import static org.aforo.service.metrics.internal.MetricsBench.in;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import org.aforo.api.Arn;
import org.aforo.api.BenchSettings;
import org.aforo.api.Events.Event;
import org.aforo.api.IngestionService;
import org.aforo.api.Resource;
import org.aforo.api.ServiceDescriptor;
import org.aforo.api.endpoint.Endpoint;
import org.aforo.api.meter.PublishedMetric;
import org.aforo.api.meter.PublishedMetric.Gauge;
import org.aforo.api.meter.PublishedMetric.Source;
import org.aforo.api.meter.PublishedMetric.Total;
import org.aforo.api.meter.Tally;
import org.aforo.api.time.BenchClock;
import org.aforo.testkit.TestBench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of each kind of source, minute by minute. */
class SamplerTest {

    private static final List<Map<String, Object>> DIMENSIONS = List.of(dimension("Queue", "q"));

    private final AtomicLong total = new AtomicLong();
    private final AtomicLong gauge = new AtomicLong();
    private final Tally tally = new Tally();
    private final MetricsBench bench = new MetricsBench();

    /** Publishes one metric. */
    private record Service(Source source) implements IngestionService {
        @Override
        public ServiceDescriptor descriptor() {
            return new ServiceDescriptor("queues", "Queues", "For tests.");
        }

        @Override
        public List<Endpoint> endpoints() {
            return List.of();
        }

        @Override
        public Collection<? extends Resource> resources() {
            return List.of();
        }

        @Override
        public void reset() {
            // holds nothing
        }

        @Override
        public Collection<PublishedMetric> metrics() {
            if (source == null) {
                throw new IllegalStateException("broken");
            }
            Arn arn = Arn.of("queues", BenchSettings.DEFAULT_REGION, BenchSettings.DEFAULT_ACCOUNT, "q");
            return List.of(new PublishedMetric(arn, "Queues", "m", Map.of("Queue", "q"), "Count", source));
        }
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private List<Object> sums() {
        return bench.statistics("Queues", "m", DIMENSIONS, 60, 60, "Sum").stream().map(p -> p.get("Sum")).toList();
    }

    @Test
    void aTotalsMinuteIsWhatItGrewBy() {
        bench.with(b -> new Service(new Total(total::get)));
        for (long value : new long[] {0, 5, 5, 12, 3}) {
            total.set(value);
            bench.minute();
        }

        assertThat(sums()).as("nothing before the first value; one that begins anew").containsExactly(5.0, 0.0, 7.0,
                3.0);
    }

    @Test
    void aGaugesMinuteIsWhatItWasAtItsEnd() {
        bench.with(b -> new Service(new Gauge(gauge::get)));
        for (long value : new long[] {0, 4, 0, 9}) {
            gauge.set(99);
            bench.bench.advance(Duration.ofSeconds(30));
            gauge.set(value);
            bench.minute();
        }

        assertThat(sums()).containsExactly(4.0, 0.0, 9.0);
    }

    @Test
    void aTallysMinuteIsAllThatWasNoted() {
        bench.with(b -> new Service(tally));
        tally.add(3);
        tally.add(-5);
        bench.minute();
        bench.minute();
        tally.add(0);
        bench.minute();

        assertThat(bench.statistics("Queues", "m", DIMENSIONS, 60, 60, "Sum", "Minimum", "Maximum", "SampleCount"))
                .containsExactly(
                        in("Timestamp", at(0), "Sum", -2.0, "Minimum", -5.0, "Maximum", 3.0, "SampleCount", 2.0),
                        in("Timestamp", at(2), "Sum", 0.0, "Minimum", 0.0, "Maximum", 0.0, "SampleCount", 1.0));
    }

    @Test
    void aMinuteEndsOnTheDotWhereverInAMillisecondTheServiceCame() {
        bench.bench.without("monitoring");
        bench.bench.advance(Duration.ofNanos(434_692));
        bench.bench.with(MetricsService::new);
        bench.with(b -> new Service(tally));
        tally.add(1);
        bench.bench.bench().clock().advanceTo(at(1));
        tally.add(2);
        bench.minute();

        assertThat(sums()).containsExactly(1.0, 2.0);
    }

    /** On a clock that flows timers come late, if by a moment only. */
    @Test
    void aMinuteIsTheOneThatWasCountedInOnAClockThatFlows() throws InterruptedException {
        try (TestBench flowing = TestBench.flowing(60).with(MetricsService::new).with(b -> new Service(tally))) {
            BenchClock clock = flowing.bench().clock();
            while (clock.millis() % 60_000 > 30_000) {
                Thread.sleep(10);
            }
            Instant minute = clock.now().truncatedTo(ChronoUnit.MINUTES);
            tally.add(1);
            Map<String, Object> input = in("Namespace", "Queues", "MetricName", "m", "Dimensions", DIMENSIONS,
                    "StartTime", minute, "EndTime", minute.plusSeconds(600), "Period", 60, "Statistics",
                    List.of("Sum"));
            List<Map<String, Object>> points = List.of();
            while (points.isEmpty() && clock.now().isBefore(minute.plusSeconds(600))) {
                Thread.sleep(10);
                points = MetricsBench.points(flowing.call("monitoring", "GetMetricStatistics", input));
            }

            assertThat(points).containsExactly(in("Timestamp", minute, "Sum", 1.0));
        }
    }

    @Test
    void whatWasCountedBeforeTheServiceCameIsNobodysMinute() {
        bench.with(b -> new Service(new Total(total::get)));
        bench.bench.without("monitoring");
        total.set(100);
        bench.minute();
        bench.bench.with(MetricsService::new);
        total.set(130);
        bench.minute();

        assertThat(sums()).containsExactly(30.0);
    }

    @Test
    void aServiceThatFailsIsToldOfAndTheOthersGoOn() {
        List<String> told = new ArrayList<>();
        bench.bench.bench().events().listen((Event event) -> told.add(event.type() + " " + event.text()));
        bench.with(b -> new Service(null)).with(b -> new Service(tally));
        tally.add(1);
        bench.minute();

        assertThat(sums()).containsExactly(1.0);
        assertThat(told).contains("metrics-failed queues: java.lang.IllegalStateException: broken");
    }

    @Test
    void aSourceThatFailsForAWhileLosesNothing() {
        bench.with(b -> new Service(new Total(() -> {
            if (total.get() == 13) {
                throw new IllegalStateException("unlucky");
            }
            return total.get();
        })));
        for (long value : new long[] {10, 13, 15}) {
            total.set(value);
            bench.minute();
        }

        assertThat(sums()).containsExactly(10.0, 5.0);
    }
}
