package org.aforo.core.internal.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.aforo.api.Events.Event;
import org.aforo.api.log.RecordLog;
import org.aforo.api.log.RecordLog.Entry;
import org.aforo.api.log.RecordLog.Stored;
import org.aforo.core.internal.EventRing;
import org.aforo.core.internal.time.BenchScheduler;
import org.aforo.core.internal.time.BenchTime;

/** Record logs in a folder, with small segments and a clock that is stepped by hand. */
final class LogFixture implements AutoCloseable {

    static final Duration EACH = Duration.ZERO;
    static final Duration SOMETIMES = Duration.ofMillis(20);
    static final long SEGMENT = 4_096;

    final BenchTime time = new BenchTime(Instant.EPOCH, 0);
    final EventRing events = new EventRing(time);
    final SegmentLogs logs;

    LogFixture(Path dir, Duration fsync, SegmentLogs.Options options) {
        this.logs = new SegmentLogs(dir, time, new BenchScheduler(time, (name, error) -> {}), events, fsync, options);
    }

    LogFixture(Path dir) {
        this(dir, SOMETIMES, new SegmentLogs.Options(SEGMENT, 16, SegmentLogs.Options::plain));
    }

    RecordLog log() {
        return logs.open("a/log");
    }

    List<String> told(String type) {
        return events.since(0).stream().filter(event -> event.type().equals(type)).map(Event::text).toList();
    }

    /** A record whose data names it. */
    static Entry entry(long millis, String text) {
        return new Entry(millis, bytes("key-" + text), bytes(text));
    }

    /** Records named by numbers, each at that time. */
    static List<Entry> entries(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> entry(i, "record-" + i)).toList();
    }

    /** A record as it was read. */
    record Seen(long offset, long millis, ByteBuffer key, ByteBuffer data) {

        Seen(Stored stored) {
            this(stored.offset(), stored.millis(), stored.key(), stored.data());
        }
    }

    static List<Seen> seen(List<Stored> records) {
        return records.stream().map(Seen::new).toList();
    }

    /** Records from {@code from} on, as many as there are, in small bites. */
    static List<Stored> all(RecordLog log, long from) {
        List<Stored> all = new ArrayList<>();
        long at = from;
        while (at < log.next()) {
            List<Stored> some = log.read(at, 7, 700);
            if (some.isEmpty()) {
                return all;
            }
            all.addAll(some);
            at = some.getLast().offset() + 1;
        }
        return all;
    }

    static List<String> texts(RecordLog log) {
        return all(log, 0).stream().map(stored -> text(stored.data())).toList();
    }

    static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    static String text(ByteBuffer bytes) {
        return StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
    }

    @Override
    public void close() {
        logs.close();
        time.close();
    }
}
