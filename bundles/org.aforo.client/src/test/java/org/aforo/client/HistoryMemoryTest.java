package org.aforo.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** That a day's history stays within its bound; figures are printed. */
class HistoryMemoryTest {

    private static final long MIB = 1 << 20;

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** Every measure of every resource changes all the time: no worse can be. */
    @Test
    void a_day_of_100_resources_takes_no_more_than_150_MB() {
        long before = used();
        FakeFeed feed = new FakeFeed(new SampledHistory(Long.MAX_VALUE));
        LiveResource[] streams = streams(feed, 100);
        long[] total = new long[1];
        Random random = new Random(1);
        feed.added(streams);
        long end = feed.now + 24 * 3_600_000L;
        while (feed.now < end) {
            feed.now += step(end - feed.now);
            for (LiveResource stream : streams) {
                total[0] += 1 + random.nextInt(1000);
                long[] totals = {total[0], total[0] * 3, total[0], total[0]};
                stream.update(FakeFeed.state(stream.arn(), totals, totals, 1 + random.nextDouble(),
                        random.nextDouble(), Optional.empty()));
            }
            feed.changed(streams);
        }
        long taken = used() - before;
        System.out.printf("history of 100 resources over 24 h, all measures moving: %.1f MiB on the heap, %.1f told%n",
                taken / (double) MIB, feed.history.bytes() / (double) MIB);

        assertThat(feed.line(streams[99], History.Measure.RECORDS_IN).millis()[0]).isLessThan(end - 23 * 3_600_000L);
        assertThat(taken).isLessThan(150 * MIB);
        assertThat(feed.history.bytes()).isCloseTo(taken, withPercentage(25));
    }

    /** As fine as it is kept: feeding more would only make the test longer. */
    private static int step(long age) {
        if (age < 660_000) {
            return 100;
        }
        return age < 2 * 3_600_000 + 660_000 ? 1_000 : 10_000;
    }

    @Test
    void idle_resources_take_next_to_nothing() {
        FakeFeed feed = new FakeFeed();
        LiveResource[] streams = streams(feed, 10_000);
        long before = used();
        feed.added(streams);
        for (int i = 0; i < 24_000; i++) {
            feed.now += 250;
            feed.changed();
        }
        long taken = used() - before;
        System.out.printf("history of 10,000 idle resources over 100 min: %.1f MiB%n", taken / (double) MIB);

        assertThat(taken).isLessThan(5 * MIB);
        assertThat(feed.line(streams[7], History.Measure.RECORDS_IN).millis()).hasSizeGreaterThan(5000);
    }

    @Test
    void what_would_take_too_much_grows_coarse_sooner() {
        long budget = 20 * MIB;
        FakeFeed feed = new FakeFeed(new SampledHistory(budget));
        LiveResource[] streams = streams(feed, 500);
        feed.added(streams);
        for (int i = 1; i < 4000; i++) {
            feed.now += 250;
            for (LiveResource stream : streams) {
                stream.update(FakeFeed.state(stream.arn(), i * 10L, 0, 0));
            }
            feed.changed(streams);
        }

        assertThat(feed.history.bytes()).isLessThan(budget * 11 / 10);
        long[] times = feed.line(streams[0], History.Measure.RECORDS_IN).millis();
        assertThat(times).isSorted();
        assertThat(times[0]).isLessThan(1_000_000 + 30_000);
    }

    private static LiveResource[] streams(FakeFeed feed, int count) {
        List<LiveResource> streams = new ArrayList<>();
        IntStream.range(0, count).forEach(i -> streams.add(feed.resource("arn" + i, 0)));
        return streams.toArray(LiveResource[]::new);
    }
}
