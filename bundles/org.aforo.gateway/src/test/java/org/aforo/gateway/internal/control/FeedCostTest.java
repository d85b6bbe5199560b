package org.aforo.gateway.internal.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.aforo.api.BenchSettings;
import org.aforo.core.LocalBench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What feeding a client costs; figures are printed, as they depend on the machine. */
class FeedCostTest {

    private static final int FRAMES = 600;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @TempDir
    Path data;

    private long nanos;
    private long written;

    @Test
    void cpu_for_100_resources_at_10_Hz() throws IOException {
        double millis = cost(100, 100, 10);
        System.out.printf("100 resources that flow: %.2f ms of CPU and %d bytes a frame: at 10 Hz %.2f %% of a core%n",
                millis, written / FRAMES, millis);
        assertThat(written / FRAMES).isBetween(1_000L, 40_000L);
    }

    @Test
    void cpu_for_10_000_idle_resources_at_4_Hz() throws IOException {
        double millis = cost(10_000, 0, 4);
        System.out.printf("10,000 idle resources: %.2f ms of CPU a look: at 4 Hz %.2f %% of a core%n", millis,
                millis * 0.4);
        assertThat(written).isZero();
    }

    /** Milliseconds a frame. */
    private double cost(int resources, int flowing, int hertz) throws IOException {
        try (LocalBench bench = new LocalBench(BenchSettings.ephemeral(data).withClockScale(0))) {
            FakeService service = new FakeService(bench, "fake");
            bench.plug(service);
            for (int i = 0; i < resources; i++) {
                service.idle(i);
            }
            Watch watch = new Watch(bench, new Guard(bench.events()), () -> nanos);
            watch.look();
            follow(bench, watch, service, flowing, hertz);
            written = 0;
            long before = THREADS.getCurrentThreadCpuTime();
            follow(bench, watch, service, flowing, hertz);
            return (THREADS.getCurrentThreadCpuTime() - before) / 1e6 / FRAMES;
        }
    }

    private void follow(LocalBench bench, Watch watch, FakeService service, int flowing, int hertz)
            throws IOException {
        for (int i = 0; i < FRAMES; i++) {
            for (int at = 0; at < flowing; at++) {
                service.pipes.get(at).in().add(2, 200 + at);
            }
            nanos += 1_000_000_000 / hertz;
            bench.clock().advance(Duration.ofNanos(1_000_000_000 / hertz));
            for (Step step : watch.look().changed()) {
                written += step.json().length;
            }
        }
        assertThat(List.of(watch.all().size())).containsExactly(service.pipes.size());
    }
}
