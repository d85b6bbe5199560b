package org.aforo.core.internal.log;

import java.io.BufferedReader;
import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.aforo.api.log.RecordLog;
import org.aforo.api.log.RecordLog.Stored;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.aforo.core.internal.log.LogFixture.text;
import static org.assertj.core.api.Assertions.assertThat;

class KillTest {

    @TempDir
    Path dir;

    @Test
    void keepsAllThatWasAcknowledgedWhenKilled() throws Exception {
        long before = 0;
        for (int round = 0; round < 3; round++) {
            long acknowledged = killAfter(before + 400 + 95 * round, round == 2 ? "0" : "100");
            try (LogFixture bench = new LogFixture(dir)) {
                List<Stored> read = bench.log().read(0, Integer.MAX_VALUE, Long.MAX_VALUE);
                assertThat(read.size()).isGreaterThanOrEqualTo((int) acknowledged);
                for (int i = 0; i < read.size(); i++) {
                    assertThat(read.get(i).offset()).isEqualTo(i);
                    assertThat(text(read.get(i).data())).isEqualTo(KilledAppender.data(i));
                }
                assertThat(read.size() % 5).isZero();
                assertThat(bench.logs.lostRecords()).isZero();
                before = read.size();
            }
        }
    }

    // Where the classes were loaded from: a test runner's class path needn't be the JVM's.
    private static String classPath() {
        return Stream.of(KilledAppender.class, SegmentLogs.class, RecordLog.class)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .map(url -> Path.of(URI.create(url.toString())).toString()).distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Kills the child once it has acknowledged so many; gives how many it did in the end. */
    private long killAfter(long records, String force) throws Exception {
        Process child = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-cp",
                classPath(), KilledAppender.class.getName(), dir.toString(), force)
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        long last = 0;
        try (BufferedReader lines = child.inputReader()) {
            String line = lines.readLine();
            while (line != null) {
                last = Math.max(last, Long.parseLong(line));
                if (last >= records && child.isAlive()) {
                    // Not Process.destroyForcibly(): that closes what is still to be read.
                    child.toHandle().destroyForcibly();
                }
                line = lines.readLine();
            }
        } finally {
            child.destroyForcibly().waitFor();
        }
        assertThat(last).isGreaterThanOrEqualTo(records);
        return last;
    }
}
