package org.aforo.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.aforo.api.Bench;
import org.aforo.api.meter.Meter;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;

/** What a closed bench has left behind: threads (virtual ones too) that weren't there before it, and open meters. */
final class Leaks {

    private static final Pattern THREAD = Pattern.compile("^#(\\d+) \"([^\"]*)\"(.*)$");
    /** The JDK's and the test runner's own. */
    private static final Pattern SHARED = Pattern.compile(
            "ForkJoinPool.*|VirtualThread-un(parker|blocker)|Cleaner-.*|.*process reaper.*|.*Poller.*"
                    + "|Attach Listener|Common-Cleaner|HttpClient-.*|junit-.*|Keep-Alive-.*");

    private final Map<Long, String> before;

    private Leaks(Map<Long, String> before) {
        this.before = before;
    }

    /** Notes the threads there are. */
    static Leaks before() {
        return new Leaks(threads());
    }

    /** Fails when a meter is open, naming it. */
    static void assertNoMeters(Bench bench) {
        List<String> meters = bench.meters().all().stream().map(Leaks::name).toList();
        if (!meters.isEmpty()) {
            throw new AssertionError("Meters left open: " + meters);
        }
    }

    /** Fails, naming what is left, unless it goes within a few seconds. */
    void assertNoThreads() {
        Map<Long, String> left = left();
        for (int tries = 0; !left.isEmpty() && tries < 40; tries++) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            left = left();
        }
        if (!left.isEmpty()) {
            throw new AssertionError("Threads left: " + left);
        }
    }

    private static String name(Meter meter) {
        return meter.owner() + ' ' + meter.name();
    }

    private Map<Long, String> left() {
        Map<Long, String> now = threads();
        now.keySet().removeAll(before.keySet());
        now.values().removeIf(name -> SHARED.matcher(name).matches());
        return now;
    }

    private static Map<Long, String> threads() {
        try {
            Path folder = Files.createTempDirectory("aforo-threads");
            Path dump = folder.resolve("dump");
            try {
                ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                        .dumpThreads(dump.toAbsolutePath().toString(), ThreadDumpFormat.TEXT_PLAIN);
                return Files.readAllLines(dump).stream().map(THREAD::matcher).filter(Matcher::matches)
                        .collect(Collectors.toMap(m -> Long.parseLong(m.group(1)), m -> m.group(2), (a, b) -> a,
                                TreeMap::new));
            } finally {
                Folders.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
