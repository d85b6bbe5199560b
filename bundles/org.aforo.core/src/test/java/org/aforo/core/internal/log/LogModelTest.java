package org.aforo.core.internal.log;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.aforo.api.log.RecordLog;
import org.aforo.api.log.RecordLog.Entry;
import org.aforo.core.internal.log.LogFixture.Seen;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Does at random what can be done to a log, and to a plain list, and compares. */
class LogModelTest {

    private final List<Seen> model = new ArrayList<>();
    private long first;
    private long millis = Long.MIN_VALUE;
    private Random random;

    @TempDir
    Path dir;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void behavesLikeAList(long seed) {
        random = new Random(seed);
        var options = new SegmentLogs.Options(1 + random.nextInt(20_000), 2, SegmentLogs.Options::plain);
        LogFixture bench = new LogFixture(dir, LogFixture.SOMETIMES, options);
        for (int step = 0; step < 500; step++) {
            switch (random.nextInt(10)) {
                case 0, 1, 2, 3 -> append(bench.log());
                case 4, 5, 6 -> read(bench.log());
                case 7 -> assertThat(bench.log().at(step)).isEqualTo(at(step));
                case 8 -> trim(bench.log());
                default -> {
                    if (random.nextInt(5) == 0) {
                        bench.close();
                        bench = new LogFixture(dir, LogFixture.SOMETIMES, options);
                    }
                }
            }
            assertThat(bench.log().first()).isEqualTo(first);
            assertThat(bench.log().next()).isEqualTo(model.size());
        }
        assertThat(bench.events.since(0)).isEmpty();
        bench.close();
    }

    private void append(RecordLog log) {
        List<Entry> batch = new ArrayList<>();
        int count = 1 + random.nextInt(random.nextInt(10) == 0 ? 200 : 5);
        for (int i = 0; i < count; i++) {
            byte[] data = new byte[random.nextInt(random.nextInt(50) == 0 ? 100_000 : 400)];
            random.nextBytes(data);
            ByteBuffer key = LogFixture.bytes("k".repeat(random.nextInt(9)));
            batch.add(new Entry(random.nextInt(500), key, ByteBuffer.wrap(data)));
        }
        assertThat(log.append(batch)).isEqualTo(model.size());
        for (Entry entry : batch) {
            millis = Math.max(millis, entry.millis());
            model.add(new Seen(model.size(), millis, entry.key(), entry.data()));
        }
    }

    private void read(RecordLog log) {
        long from = random.nextInt(model.size() + 3);
        int most = random.nextInt(300);
        long bytes = random.nextInt(50_000);
        List<Seen> expected = new ArrayList<>();
        long sum = 0;
        for (long offset = Math.max(first, from); offset < model.size() && expected.size() < most; offset++) {
            Seen stored = model.get((int) offset);
            sum += stored.key().remaining() + stored.data().remaining();
            if (sum > bytes && !expected.isEmpty()) {
                break;
            }
            expected.add(stored);
        }
        assertThat(LogFixture.seen(log.read(from, most, bytes))).isEqualTo(expected);
    }

    private long at(long time) {
        long offset = first;
        while (offset < model.size() && model.get((int) offset).millis() < time) {
            offset++;
        }
        return offset;
    }

    private void trim(RecordLog log) {
        if (random.nextInt(4) == 0) {
            long time = millis - random.nextInt(3);
            first = at(time);
            log.trimBefore(time);
        } else {
            long to = first + random.nextInt(Math.max(1, (int) (model.size() - first) / 2));
            first = Math.max(first, to);
            log.trimTo(to);
        }
    }
}
