package org.aforo.ui.tests;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.management.OperatingSystemMXBean;
import org.aforo.client.BenchConnection;
import org.aforo.client.BenchException;
import org.aforo.client.Connections;
import org.aforo.client.Control;
import org.aforo.client.LiveResource;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.PlatformUI;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells what the workbench costs while it follows a bench of another process, where the system property
 * {@value #SECONDS} says for how long. An empty bench gets a hundred resources with demo data flowing. Told are the processor's time of the whole process and of each thread, then, as looking
 * for them costs too, the frames that the UI thread is late with. Where {@value #BENCH} is that other process's id, also
 * what following costs the bench: its processor's time with the workbench and, as long, without. Prints it and closes
 * the workbench.
 */
public final class WorkbenchCost implements IStartup {

    private static final String SECONDS = "aforo.cost";
    private static final String BENCH = "aforo.cost.bench";
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("aforo.cost.warm", 90));
    private static final Duration SETTLE = Duration.ofSeconds(5);
    private static final int HERTZ = Integer.getInteger("aforo.cost.hertz", 10);
    private static final int SELECTED = 4;
    private static final int SHOWN = 12;
    /** Of each kind of sink. */
    private static final int FED = 32;
    private static final int RATE = 20;
    private static final Duration ACTIVE = Duration.ofSeconds(15);

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean PROCESS = (OperatingSystemMXBean) ManagementFactory
            .getOperatingSystemMXBean();

    @Override
    public void earlyStartup() {
        Integer seconds = Integer.getInteger(SECONDS);
        if (seconds != null) {
            Thread.ofPlatform().name("cost").start(() -> measure(Duration.ofSeconds(seconds)));
        }
    }

    private static void measure(Duration span) {
        try {
            while (Connections.shared().all().stream().noneMatch(c -> c.state() == BenchConnection.State.LIVE)) {
                Thread.sleep(100);
            }
            Connections.shared().sampling(HERTZ);
            for (BenchConnection bench : Connections.shared().all()) {
                if (bench.resources().isEmpty()) {
                    fill(bench.control());
                }
            }
            Thread.sleep(SETTLE);
            PlatformUI.getWorkbench().getDisplay().syncExec(WorkbenchCost::select);
            Thread.sleep(WARM_UP);
            for (BenchConnection bench : Connections.shared().all()) {
                System.out.printf("COST %s: %d resources, %s%n", bench.endpoint(), bench.resources().size(),
                        bench.state());
            }
            Duration followed = bench();
            cpu(span);
            followed = bench().minus(followed);
            frames(span);
            if (Long.getLong(BENCH) != null) {
                PlatformUI.getWorkbench().getDisplay().syncExec(WorkbenchCost::disconnect);
                Thread.sleep(SETTLE);
                Duration alone = bench();
                Thread.sleep(span);
                alone = bench().minus(alone);
                System.out.printf(
                        "COST to the bench: %.2f %% of a core (%.2f %% with the workbench, %.2f %% without)%n",
                        share(followed.minus(alone), span), share(followed, span), share(alone, span));
            }
        } catch (BenchException e) {
            System.err.println("COST " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            PlatformUI.getWorkbench().getDisplay().asyncExec(() -> PlatformUI.getWorkbench().close());
        }
    }

    /** A bucket, 33 streams with 34 shards, 32 delivery streams; producers on as many as there may be. */
    private static void fill(Control control) throws BenchException, InterruptedException {
        control.call("s3", "CreateBucket", Control.object().put("Bucket", "cost"));
        for (int i = 0; i < FED; i++) {
            stream(control, i, 1);
            ObjectNode delivery = Control.object().put("DeliveryStreamName", "cost-" + i)
                    .put("DeliveryStreamType", "DirectPut");
            delivery.putObject("ExtendedS3DestinationConfiguration").put("BucketARN", "arn:aws:s3:::cost")
                    .put("RoleARN", "arn:aws:iam::000000000000:role/firehose")
                    .putObject("BufferingHints").put("SizeInMBs", 1).put("IntervalInSeconds", 60);
            control.call("firehose", "CreateDeliveryStream", delivery);
        }
        stream(control, FED, 2);
        Thread.sleep(ACTIVE);
        for (int i = 0; i < FED; i++) {
            for (String sink : List.of("kinesis:us-east-1:000000000000:stream",
                    "firehose:us-east-1:000000000000:deliverystream")) {
                control.post("/producers", Control.object().put("arn", "arn:aws:" + sink + "/cost-" + i)
                        .put("rate", RATE).put("payload", "ticker").put("keys", RATE));
            }
        }
    }

    private static void stream(Control control, int number, int shards) throws BenchException {
        control.call("kinesis", "CreateStream",
                Control.object().put("StreamName", "cost-" + number).put("ShardCount", shards));
    }

    /** Some resources, so that the charts have lines, and records are followed; all views stay as they are. */
    private static void select() {
        List<LiveResource> some = Connections.shared().all().stream().flatMap(bench -> bench.roots().stream())
                .filter(root -> !root.state().kind().equals("bucket")).limit(SELECTED).toList();
        Ui.show(LiveBench.RESOURCES).getSite().getSelectionProvider().setSelection(new StructuredSelection(some));
        String front = System.getProperty("aforo.cost.view");
        if (front != null) {
            Ui.show(front);
        }
    }

    /** What the bench's process used so far. */
    private static Duration bench() {
        return Optional.ofNullable(Long.getLong(BENCH)).flatMap(ProcessHandle::of)
                .flatMap(process -> process.info().totalCpuDuration()).orElse(Duration.ZERO);
    }

    private static double share(Duration spent, Duration span) {
        return 100.0 * spent.toNanos() / span.toNanos();
    }

    private static void disconnect() {
        List.copyOf(Connections.shared().all()).forEach(Connections.shared()::disconnect);
    }

    private static void cpu(Duration span) throws InterruptedException {
        Map<Long, Long> before = threads();
        long began = System.nanoTime();
        long all = PROCESS.getProcessCpuTime();
        Thread.sleep(span);
        double lasted = System.nanoTime() - began;
        System.out.printf("COST process: %.2f %% of a core%n", 100 * (PROCESS.getProcessCpuTime() - all) / lasted);
        List<Map.Entry<Long, Long>> spent = new ArrayList<>(threads().entrySet());
        spent.replaceAll(each -> Map.entry(each.getKey(), each.getValue() - before.getOrDefault(each.getKey(), 0L)));
        spent.sort(Map.Entry.<Long, Long>comparingByValue().reversed());
        for (Map.Entry<Long, Long> each : spent.subList(0, Math.min(SHOWN, spent.size()))) {
            ThreadInfo thread = THREADS.getThreadInfo(each.getKey());
            System.out.printf("COST   %.2f %% %s%n", 100 * each.getValue() / lasted,
                    thread == null ? "?" : thread.getThreadName());
        }
    }

    private static Map<Long, Long> threads() {
        Map<Long, Long> times = new HashMap<>();
        for (long id : THREADS.getAllThreadIds()) {
            times.put(id, Math.max(0, THREADS.getThreadCpuTime(id)));
        }
        return times;
    }

    /**
     * Every knock that waits longer than a frame may last; and how often a thread that only sleeps was as late, which
     * is what the machine's other programs do.
     */
    private static void frames(Duration span) throws InterruptedException {
        List<Duration> late = new ArrayList<>();
        AtomicInteger others = new AtomicInteger();
        Thread sleeper = Thread.ofPlatform().daemon().start(() -> sleep(others));
        try (Watchdog watchdog = new Watchdog(PlatformUI.getWorkbench().getDisplay())) {
            long end = System.nanoTime() + span.toNanos();
            Thread.sleep(100);
            watchdog.reset();
            while (System.nanoTime() < end) {
                Thread.sleep(100);
                Duration longest = watchdog.longest();
                if (longest.toMillis() > 50) {
                    late.add(longest);
                }
            }
            sleeper.interrupt();
            System.out.printf("COST frames over 50 ms: %.1f a minute %s; a thread that sleeps: %.1f a minute%n",
                    late.size() * 60.0 / span.toSeconds(), late.stream().map(Duration::toMillis).toList(),
                    others.get() * 60.0 / span.toSeconds());
        }
    }

    private static void sleep(AtomicInteger late) {
        try {
            while (true) {
                long began = System.nanoTime();
                Thread.sleep(5);
                if (System.nanoTime() - began > 55_000_000) {
                    late.incrementAndGet();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
