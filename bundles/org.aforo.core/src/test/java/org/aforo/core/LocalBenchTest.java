package org.aforo.core;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.aforo.api.BenchSettings;
import org.aforo.api.IngestionService;
import org.aforo.api.Resource;
import org.aforo.api.ServiceDescriptor;
import org.aforo.api.endpoint.Endpoint;
import org.aforo.api.fault.Fault;
import org.aforo.api.quota.Quotas.Quota;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

@Timeout(30)
class LocalBenchTest {

    private static final Instant START = Instant.parse("2040-05-06T07:08:09Z");

    record Kept(String text) {
    }

    /** A service that does nothing. */
    static final class Quiet implements IngestionService {
        @Override
        public ServiceDescriptor descriptor() {
            return new ServiceDescriptor("quiet", "Quiet", "");
        }

        @Override
        public List<Endpoint> endpoints() {
            return List.of();
        }

        @Override
        public Collection<Resource> resources() {
            return List.of();
        }

        @Override
        public void reset() {
            // Nothing is kept.
        }
    }

    @TempDir
    Path temp;

    private BenchSettings kept(double scale) {
        return new BenchSettings(temp.resolve("data"), false, "127.0.0.1", 0, -1, false, scale, false,
                Duration.ofMillis(100));
    }

    @Test
    void ephemeralBenchKeepsNothing() {
        Path folder = temp.resolve("bench");
        try (LocalBench bench = new LocalBench(BenchSettings.ephemeral(folder).withClockScale(0), START)) {
            bench.metadata().map("quiet.kept", Kept.class).put("k", new Kept("v"));
            assertThat(bench.clock().now()).isEqualTo(START);
            assertThat(bench.files("quiet")).isDirectory().startsWith(folder);
        }

        assertThat(folder).doesNotExist();
    }

    @Test
    void stateAndOverridesSurviveARestart() throws Exception {
        Quota quota = new Quota("quiet.rate", 10, "records/s", true, "https://example.org");
        try (LocalBench bench = new LocalBench(kept(1))) {
            bench.metadata().map("quiet.kept", Kept.class).put("k", new Kept("v"));
            bench.quotas().define(quota);
            bench.quotas().override("quiet.rate", 3L);
            Files.writeString(bench.files("quiet").resolve("plain"), "text");
        }

        try (LocalBench bench = new LocalBench(kept(1))) {
            assertThat(bench.metadata().map("quiet.kept", Kept.class).get("k")).contains(new Kept("v"));
            assertThat(bench.quotas().define(quota).getAsLong()).isEqualTo(3);
            assertThat(bench.files("quiet").resolve("plain")).hasContent("text");
        }
    }

    @Test
    void timeNeverGoesBackOverARestart() {
        try (LocalBench bench = new LocalBench(kept(0), START)) {
            bench.clock().advance(Duration.ofDays(30));
        }

        try (LocalBench bench = new LocalBench(kept(0))) {
            assertThat(bench.clock().now()).isEqualTo(START.plus(Duration.ofDays(30)));
            bench.clock().scale(60);
        }

        try (LocalBench bench = new LocalBench(kept(0), START)) {
            assertThat(bench.clock().now()).isAfter(START.plus(Duration.ofDays(30)))
                    .isBefore(START.plus(Duration.ofDays(31)));
        }
    }

    @Test
    void realTimeBenchShowsTheDate() {
        Instant before = Instant.now();
        try (LocalBench bench = new LocalBench(kept(1))) {
            assertThat(bench.clock().now()).isBetween(before, Instant.now());
            assertThat(bench.clock().scale()).isEqualTo(1);
        }
        assertThat(temp.resolve("data/clock")).doesNotExist();
    }

    @Test
    void emptyBenchTouchesNeitherStoreNorLogs() {
        try (LocalBench bench = new LocalBench(kept(1))) {
            assertThat(bench.services()).isEmpty();
            assertThat(temp.resolve("data/metadata.mv.db")).doesNotExist();
        }
    }

    @Test
    void secondBenchOnAFolderIsToldSoAndTheFirstGoesOn() {
        try (LocalBench first = new LocalBench(kept(1))) {
            Set<Thread> before = threads();

            assertThatThrownBy(() -> new LocalBench(kept(1))).isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("in use by another bench");

            assertThat(threads()).isEqualTo(before);
            first.metadata().map("quiet.kept", Kept.class).put("k", new Kept("v"));
        }
    }

    @Test
    void benchThatCannotStartLetsGoOfItsFolder() {
        assertThatThrownBy(() -> new LocalBench(kept(-1))).isInstanceOf(IllegalArgumentException.class);

        new LocalBench(kept(1)).close();
    }

    @Test
    void closingEndsAllThreadsAndMayBeRepeated() throws Exception {
        Set<Thread> before = threads();
        LocalBench bench = new LocalBench(kept(60));
        bench.scheduler().every(Duration.ofMillis(1), "tick", () -> {});
        bench.metadata().map("quiet.kept", Kept.class).put("k", new Kept("v"));

        bench.close();
        bench.close();

        Set<Thread> left = threads();
        left.removeAll(before);
        for (Thread thread : left) {
            if (!thread.getName().startsWith("VirtualThread-") && !thread.getName().startsWith("ForkJoinPool")) {
                thread.join(5_000);
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
    }

    @Test
    void servicesComeAndGoInOrderAndEventsTell() {
        Quiet first = new Quiet();
        Quiet second = new Quiet();
        try (LocalBench bench = new LocalBench(kept(0), START)) {
            bench.plug(first);
            bench.plug(second);
            bench.plug(first);
            assertThat(bench.services()).containsExactly(first, second);

            bench.unplug(first);
            bench.unplug(first);

            assertThat(bench.services()).containsExactly(second);
            assertThat(bench.events().since(0)).extracting("type", "text").containsExactly(
                    tuple("plug-in-added", "quiet: Quiet"),
                    tuple("plug-in-added", "quiet: Quiet"),
                    tuple("plug-in-removed", "quiet: Quiet"));
        }
    }

    @Test
    void partsWorkTogetherOnOneClock() {
        try (LocalBench bench = new LocalBench(kept(0), START)) {
            bench.faults()
                    .inject(new Fault(null, "*", "*", "*", new Fault.Effect.Outage(), 1, 0, Duration.ofSeconds(5)));
            bench.meters().open("arn:q", "in").add(10, 100);
            bench.scheduler().after(Duration.ofSeconds(3), "fails", () -> {
                throw new IllegalStateException("on purpose");
            });

            bench.clock().advance(Duration.ofSeconds(10));

            assertThat(bench.faults().any()).isFalse();
            assertThat(bench.meters().open("arn:q", "in").snapshot().tenSeconds().records()).isEqualTo(1);
            assertThat(bench.events().since(0)).extracting("type").containsExactly("fault-injected", "task-failed",
                    "fault-expired");
        }
    }

    @Test
    void serviceIdsCannotLeaveTheFolder() {
        try (LocalBench bench = new LocalBench(kept(1))) {
            for (String bad : List.of("", "..", "../x", "a/b", "A", "-x", "a\0")) {
                assertThatThrownBy(() -> bench.files(bad)).isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream().collect(Collectors.toSet());
    }
}
