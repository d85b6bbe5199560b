package org.aforo.core.internal.log;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;

/** Appends without end and tells which records were acknowledged, until it is killed. */
final class KilledAppender {

    private KilledAppender() {
    }

    /** What the record at an offset holds. */
    static String data(long offset) {
        return "record-" + offset + "-" + "x".repeat((int) (offset % 3_000));
    }

    /** @param args the folder; the force interval in milliseconds */
    public static void main(String[] args) throws IOException {
        var options = new SegmentLogs.Options(64 * 1024, 16, SegmentLogs.Options::plain);
        var out = new FileOutputStream(FileDescriptor.out);
        try (LogFixture bench = new LogFixture(Path.of(args[0]), Duration.ofMillis(Long.parseLong(args[1])), options)) {
            for (int n = (int) bench.log().next();; n += 5) {
                int from = n;
                bench.log().append(IntStream.range(from, from + 5)
                        .mapToObj(i -> LogFixture.entry(i, data(i))).toList());
                out.write((from + 5 + "\n").getBytes(StandardCharsets.US_ASCII));
            }
        }
    }
}
