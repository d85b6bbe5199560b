package org.aforo.scenario.internal.demo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

import org.aforo.api.Arn;
import org.aforo.api.IngestionService;
import org.aforo.api.Producers.Order;
import org.aforo.api.Producers.Producer;
import org.aforo.api.Resource;
import org.aforo.api.ServiceDescriptor;
import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Endpoint;
import org.aforo.api.flow.FlowRecord;
import org.aforo.api.flow.ObjectSink;
import org.aforo.api.flow.RecordSink;
import org.aforo.testkit.TestBench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(30)
class DemoProducersTest {

    private static final String ARN = "arn:aws:jar:us-east-1:000000000000:jar";

    private final Jar jar = new Jar();
    private TestBench bench;
    private DemoProducers producers;

    @BeforeEach
    void open() {
        bench = TestBench.stepped().with(b -> jar);
        producers = new DemoProducers(bench.bench());
    }

    @AfterEach
    void close() {
        producers.close();
        bench.close();
    }

    private static Order ticker(double rate, Long total) {
        return new Order(ARN, rate, "ticker", null, 10, 0, total);
    }

    private static Order template(String text) {
        return new Order(ARN, 100, "template", text, 3, 0, null);
    }

    private Producer state() {
        return producers.list().getFirst();
    }

    /** Producers run on threads of their own, which the step of the clock wakes. */
    private static void eventually(BooleanSupplier holds) {
        for (int i = 0; i < 1_000 && !holds.getAsBoolean(); i++) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
        assertThat(holds.getAsBoolean()).isTrue();
    }

    @Test
    void as_many_flow_as_are_due_and_none_while_time_stands() {
        producers.start(ticker(100, null));
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        assertThat(jar.held).isEmpty();

        bench.advance(Duration.ofSeconds(3));

        eventually(() -> state().sent() == 300);
        assertThat(jar.held).hasSize(300).allSatisfy(r -> assertThat(text(r))
                .matches("\\{\"TICKER_SYMBOL\":\"[A-Z]{3,4}\",\"SECTOR\":\"[A-Z]+\",\"CHANGE\":-?\\d+\\.\\d\\d,"
                        + "\"PRICE\":\\d+\\.\\d\\d}"));
        assertThat(jar.held.stream().map(FlowRecord::key).distinct()).hasSize(10);
        assertThat(bench.bench().meters().all()).anySatisfy(meter -> {
            assertThat(meter.owner()).isEqualTo("producer:" + state().id());
            assertThat(meter.snapshot().records()).isEqualTo(300);
        });
    }

    @Test
    void it_ends_when_the_total_is_sent() {
        producers.start(ticker(100, 42L));

        bench.advance(Duration.ofSeconds(3));

        eventually(() -> !state().running());
        assertThat(state().sent()).isEqualTo(42);
        assertThat(state().lastError()).isEmpty();
    }

    @Test
    void refusals_are_counted_and_told() {
        jar.refusing = true;
        producers.start(ticker(10, null));

        bench.advance(Duration.ofSeconds(1));

        eventually(() -> state().refused() == 10);
        assertThat(state()).satisfies(p -> assertThat(p.sent()).isZero())
                .satisfies(p -> assertThat(p.lastError()).isEqualTo("Full: no room"))
                .satisfies(p -> assertThat(p.running()).isTrue());
    }

    @Test
    void it_stops_with_a_note_when_the_resource_goes() {
        producers.start(ticker(10, null));
        jar.there = false;

        bench.advance(Duration.ofSeconds(1));

        eventually(() -> !state().running());
        assertThat(state().lastError()).contains(ARN + " is gone");
    }

    @Test
    void removing_one_stops_it() {
        String id = producers.start(ticker(10, null)).id();

        assertThat(producers.remove(id)).isTrue();
        bench.advance(Duration.ofSeconds(10));

        assertThat(producers.remove(id)).isFalse();
        assertThat(jar.held).isEmpty();
        assertThat(bench.bench().meters().all()).isEmpty();
    }

    @Test
    void skew_makes_some_keys_more_frequent() {
        producers.start(new Order(ARN, 1_000, "ticker", null, 100, 1.2, null));

        bench.advance(Duration.ofSeconds(5));
        eventually(() -> state().sent() == 5_000);

        Map<String, Long> counts = jar.held.stream()
                .collect(Collectors.groupingBy(FlowRecord::key, Collectors.counting()));
        assertThat(counts.get("key-1")).isGreaterThan(1_000);
        assertThat(counts.getOrDefault("key-90", 0L)).isLessThan(50);
    }

    @Test
    void a_template_is_filled_in() {
        producers
                .start(template("{\"n\":${n},\"k\":\"${key}\",\"at\":\"${time}\",\"ms\":${millis},\"r\":${random(1,3)},"
                        + "\"d\":${random(0.50,0.99)},\"c\":\"${choice(a, b)}\",\"u\":\"${uuid}\",\"l\":\"$${n}\"}"));

        bench.advance(Duration.ofSeconds(1));

        eventually(() -> state().sent() == 100);
        assertThat(text(jar.held.get(0))).matches("\\{\"n\":1,\"k\":\"key-[123]\",\"at\":\"2026-01-31T22:30:[\\d.]+Z\","
                + "\"ms\":\\d{13},\"r\":[123],\"d\":0\\.[5-9]\\d,\"c\":\"[ab]\",\"u\":\"[0-9a-f-]{36}\",\"l\":\"\\$\\{n}\"}");
        assertThat(text(jar.held.get(99))).startsWith("{\"n\":100,");
    }

    @Test
    void what_is_wrong_with_an_order_is_told() {
        for (String bad : List.of("", "${name}", "${random(1)}", "${random(5,1)}", "${random(a,b)}", "${choice()}",
                "${n", "${n(1)}", "${}")) {
            refused(template(bad), "InvalidTemplate");
        }
        refused(template(null), "InvalidTemplate");
        refused(ticker(0, null), "InvalidProducer");
        refused(ticker(Double.NaN, null), "InvalidProducer");
        refused(ticker(1, 0L), "InvalidProducer");
        refused(new Order(ARN, 1, "noise", null, 1, 0, null), "InvalidProducer");
        refused(new Order(ARN, 1, "ticker", null, 0, 0, null), "InvalidProducer");
        refused(new Order(ARN, 1, "ticker", null, 1, -1, null), "InvalidProducer");
        refused(new Order("arn:aws:jar:::none", 1, "ticker", null, 1, 0, null), "ResourceNotFoundException");
        refused(new Order("arn:aws:jar:::shelf", 1, "ticker", null, 1, 0, null), "UnsupportedOperation");
        assertThat(producers.list()).isEmpty();
        assertThat(bench.bench().meters().all()).isEmpty();
    }

    private void refused(Order order, String code) {
        assertThatThrownBy(() -> producers.start(order)).as(order.toString()).isInstanceOfSatisfying(AwsError.class,
                e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void no_more_than_64_run_and_those_that_ended_make_room() {
        producers.start(ticker(1_000, 1L));
        for (int i = 1; i < 64; i++) {
            producers.start(ticker(1, null));
        }
        refused(ticker(1, null), "LimitExceeded");

        bench.advance(Duration.ofSeconds(1));
        eventually(() -> !state().running());
        producers.start(ticker(1, null));

        assertThat(producers.list()).hasSize(64);
    }

    private static String text(FlowRecord record) {
        return StandardCharsets.UTF_8.decode(record.data().duplicate()).toString();
    }

    private static final class Jar implements IngestionService {
        private final List<FlowRecord> held = Collections.synchronizedList(new ArrayList<>());
        private volatile boolean refusing;
        private volatile boolean there = true;

        @Override
        public ServiceDescriptor descriptor() {
            return new ServiceDescriptor("jar", "Jar", "Holds.");
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
            held.clear();
        }

        @Override
        public Optional<RecordSink> sink(Arn arn) {
            return there && arn.toString().equals(ARN) ? Optional.of(this::put) : Optional.empty();
        }

        private List<RecordSink.Outcome> put(List<FlowRecord> records) {
            return records.stream().map(record -> {
                if (refusing) {
                    return new RecordSink.Outcome(null, AwsError.client("Full", "no room"));
                }
                held.add(record);
                return new RecordSink.Outcome("id", null);
            }).toList();
        }

        @Override
        public Optional<ObjectSink> objects(Arn arn) {
            return arn.resource().equals("shelf") ? Optional.of((key, body, headers) -> {}) : Optional.empty();
        }
    }
}
