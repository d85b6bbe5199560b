package org.aforo.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import org.aforo.api.Bench;
import org.aforo.api.IngestionService;
import org.aforo.api.Resource;
import org.aforo.api.ServiceDescriptor;
import org.aforo.api.endpoint.Endpoint;
import org.aforo.api.meter.Meter;
import org.junit.jupiter.api.Test;

class TestBenchTest {

    record Kept(String value) {
    }

    static final class Service implements IngestionService, AutoCloseable {
        final Bench bench;
        final Meter meter;
        boolean tidy = true;
        boolean closed;

        Service(Bench bench) {
            this.bench = bench;
            this.meter = bench.meters().open("svc", "in");
        }

        @Override
        public ServiceDescriptor descriptor() {
            return new ServiceDescriptor("svc", "Service", "A service.");
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
            bench.metadata().map("svc.kept", Kept.class).clear();
        }

        @Override
        public void close() {
            closed = true;
            if (tidy) {
                meter.close();
            }
        }
    }

    @Test
    void time_stands_until_it_is_moved() {
        try (TestBench bench = TestBench.stepped()) {
            assertThat(bench.bench().clock().now()).isEqualTo(TestBench.ORIGIN);

            bench.advance(Duration.ofDays(3));

            assertThat(bench.bench().clock().now()).isEqualTo(TestBench.ORIGIN.plus(Duration.ofDays(3)));
        }
    }

    @Test
    void a_restart_makes_services_anew_over_the_same_state_and_time() {
        try (TestBench bench = TestBench.stepped().with(Service::new)) {
            Service before = (Service) bench.service("svc");
            bench.bench().metadata().map("svc.kept", Kept.class).put("k", new Kept("v"));
            bench.advance(Duration.ofHours(1));

            bench.restart();

            assertThat(before.closed).isTrue();
            assertThat(bench.service("svc")).isNotSameAs(before);
            assertThat(bench.bench().metadata().map("svc.kept", Kept.class).get("k")).contains(new Kept("v"));
            assertThat(bench.bench().clock().now()).isEqualTo(TestBench.ORIGIN.plus(Duration.ofHours(1)));
        }
    }

    @Test
    void a_service_that_is_taken_out_is_closed_and_stays_out() {
        try (TestBench bench = TestBench.stepped().with(Service::new)) {
            Service service = (Service) bench.service("svc");

            bench.without("svc");
            bench.restart();

            assertThat(service.closed).isTrue();
            assertThat(bench.bench().services()).isEmpty();
        }
    }

    @Test
    void a_tidy_service_leaves_nothing() {
        try (TestBench bench = TestBench.stepped().with(Service::new)) {
            assertThatCode(bench::assertNoLeaks).doesNotThrowAnyException();
        }
    }

    @Test
    void a_task_that_failed_is_told_when_time_is_moved() {
        try (TestBench bench = TestBench.stepped()) {
            bench.bench().scheduler().after(Duration.ofSeconds(1), "reckoning", () -> {
                throw new IllegalStateException("on purpose");
            });

            assertThatThrownBy(() -> bench.advance(Duration.ofSeconds(1))).isInstanceOf(AssertionError.class)
                    .hasMessageContaining("reckoning").hasMessageContaining("on purpose");
        }
    }

    @Test
    void an_open_meter_is_found() {
        try (TestBench bench = TestBench.stepped().with(Service::new)) {
            ((Service) bench.service("svc")).tidy = false;

            assertThatThrownBy(bench::assertNoLeaks).isInstanceOf(AssertionError.class).hasMessageContaining("svc in");
        }
    }

    @Test
    void a_thread_that_goes_on_is_found_virtual_or_not() throws Exception {
        for (Thread.Builder builder : List.of(Thread.ofVirtual().name("left-virtual"),
                Thread.ofPlatform().name("left-platform"))) {
            CountDownLatch end = new CountDownLatch(1);
            try (TestBench bench = TestBench.stepped()) {
                Thread thread = builder.start(() -> {
                    try {
                        end.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
                assertThatThrownBy(bench::assertNoLeaks).isInstanceOf(AssertionError.class)
                        .hasMessageContaining("left-");
                end.countDown();
                thread.join();
            }
        }
    }

    @Test
    void its_folder_is_gone_in_the_end() {
        Path folder;
        try (TestBench bench = TestBench.flowing(10)) {
            folder = bench.bench().settings().data();
            assertThat(folder).exists();
        }
        assertThat(folder).doesNotExist();
    }
}
