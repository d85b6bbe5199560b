package org.aforo.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** What following costs; figures are printed, as they depend on the machine. */
class FollowingCostTest {

    private static final int FRAMES = 300;

    /** All measures of 100 resources change in each frame. */
    @Test
    void cpu_for_100_resources_at_10_Hz() throws IOException {
        AtomicInteger frames = new AtomicInteger();
        try (ScriptedBench bench = new ScriptedBench();
                FollowedBench connection = new FollowedBench("test", bench.endpoint(), false, 10)) {
            connection.listen(change -> frames.incrementAndGet());
            connection.start();
            bench.snapshot(resources(1), "");
            send(bench, frames, 2, 2 * FRAMES);
            long before = cpu();
            send(bench, frames, 2 * FRAMES + 1, 3 * FRAMES);
            double millis = (cpu() - before) / 1e6 / FRAMES;
            System.out.printf("100 resources: %.2f ms of CPU a frame: at 10 Hz %.1f %% of a core%n", millis, millis);

            LiveResource last = connection.resource("arn99").orElseThrow();
            assertThat(last.state().in().records()).isEqualTo(3 * FRAMES);
            assertThat(connection.history().line(last, History.Measure.RECORDS_IN, 0, Long.MAX_VALUE, 10_000).high())
                    .isNotEmpty();
        }
    }

    private static void send(ScriptedBench bench, AtomicInteger frames, int from, int to) {
        for (int i = from; i <= to; i++) {
            bench.delta(resources(i), "", "");
        }
        Await.until("frames", () -> frames.get() == to);
    }

    private static String resources(int records) {
        return IntStream.range(0, 100).mapToObj(i -> records == 1 ? ScriptedBench.resource("arn" + i, null, 1)
                : change("arn" + i, records)).collect(Collectors.joining(","));
    }

    /** As a bench tells it of what is fed steadily. */
    private static String change(String arn, int n) {
        String rates = "{\"records\":" + n % 90 + ".5,\"bytes\":" + n % 900 + ".25}";
        return "{\"arn\":\"" + arn + "\",\"in\":{\"records\":" + n + ",\"bytes\":" + n * 100 + ",\"oneSecond\":" + rates
                + ",\"tenSeconds\":" + rates + ",\"minute\":" + rates + ",\"latencyMillis\":{\"count\":" + n + "}},"
                + "\"buffers\":[{\"name\":\"b\",\"bytes\":" + n + ",\"records\":" + n + ",\"oldestSeconds\":" + n
                + ".125}]}";
    }

    private static long cpu() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds())).filter(info -> info != null
                && (info.getThreadName().startsWith("follow ") || info.getThreadName().startsWith("HttpClient-")))
                .mapToLong(info -> threads.getThreadCpuTime(info.getThreadId())).sum();
    }
}
