package org.aforo.service.queues.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.aforo.api.BenchSettings;
import org.aforo.core.LocalBench;

/**
 * What a backlog costs: fills a queue with messages of 1 KiB and tells at some sizes how many messages a second are
 * sent, received and deleted, and what memory the process takes. A program, not a test: takes a folder to work in.
 */
final class BacklogCost {

    private static final int SAMPLE = 20_000;
    private static final double NANOS = 1e9;

    private BacklogCost() {
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        BenchSettings settings = BenchSettings.ephemeral(Path.of(args[0])).withLimitsLifted(true);
        try (LocalBench bench = new LocalBench(settings); Queues queues = new Queues(bench)) {
            for (String name : args[1].split(",")) {
                measure(queues, name);
            }
        }
    }

    private static void measure(Queues queues, String name) throws IOException, InterruptedException {
        QueueName full = EngineBench.name(name);
        Queue queue = queues.create(full, QueueSettings.made(full.fifo()), Map.of());
        int next = 0;
        System.out.printf("%-12s %10s %12s %12s %10s %12s %8s%n", name, "backlog", "sends/s", "receives/s", "deletes/s",
                "wake p50/p99", "RSS");
        for (int size : new int[] {0, 1_000, 1_000, 10_000, 100_000, 1_000_000}) {
            long begin = System.nanoTime();
            int from = next;
            for (; next < from + size; next += 10) {
                send(queue, next, 10);
            }
            double fill = size / ((System.nanoTime() - begin) / NANOS);
            int sample = SAMPLE;
            long[] spent = new long[3];
            for (int i = 0; i < sample; i++) {
                long a = System.nanoTime();
                send(queue, next++, 1);
                long b = System.nanoTime();
                List<Received> received = queue.receive(new ReceiveSpec(1, 0, null, null));
                long c = System.nanoTime();
                queue.delete(List.of(received.getFirst().receiptHandle()));
                spent[0] += b - a;
                spent[1] += c - b;
                spent[2] += System.nanoTime() - c;
            }
            System.out.printf("%-12s %10d %12.0f %12.0f %10.0f %12s %5d MB   (fill %.0f/s)%n", "",
                    queue.counts().visible(), sample / (spent[0] / NANOS), sample / (spent[1] / NANOS),
                    sample / (spent[2] / NANOS), size == 0 ? wake(queue) : "", rss(), fill);
        }
    }

    private static String wake(Queue queue) throws InterruptedException {
        List<Long> nanos = Collections.synchronizedList(new ArrayList<>());
        for (int i = 0; i < 500; i++) {
            Thread waiting = Thread.ofVirtual().start(() -> {
                try {
                    List<Received> got = queue.receive(new ReceiveSpec(1, 20, null, null));
                    nanos.add(System.nanoTime() - Long.parseLong(got.getFirst().message().traceHeader()));
                    queue.delete(List.of(got.getFirst().receiptHandle()));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            while (queue.counts().waiting() == 0) {
                Thread.onSpinWait();
            }
            queue.send(List.of(new Outgoing("x", Map.of(), Long.toString(System.nanoTime()), null,
                    queue.fullName().fifo() ? "g" : null, "wake" + i, "me")));
            waiting.join();
        }
        Collections.sort(nanos);
        return nanos.get(250) / 1_000 + "/" + nanos.get(495) / 1_000 + " us";
    }

    private static void send(Queue queue, int from, int count) {
        List<Outgoing> batch = new ArrayList<>(count);
        boolean fifo = queue.fullName().fifo();
        for (int i = from; i < from + count; i++) {
            String body = i + "x".repeat(1_000);
            batch.add(new Outgoing(body, Map.of(), null, null, fifo ? "g" + i % 10_000 : null, fifo ? "d" + i : null,
                    "me"));
        }
        queue.send(batch);
    }

    private static long rss() throws IOException {
        String line = Files.readAllLines(Path.of("/proc/self/status")).stream().filter(l -> l.startsWith("VmRSS"))
                .findFirst().orElseThrow();
        return Long.parseLong(line.replaceAll("\\D", "")) / 1_024;
    }
}
