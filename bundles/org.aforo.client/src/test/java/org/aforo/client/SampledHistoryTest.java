package org.aforo.client;

import static org.aforo.client.History.Measure.BYTES_IN;
import static org.aforo.client.History.Measure.FILL;
import static org.aforo.client.History.Measure.LATENCY_P50;
import static org.aforo.client.History.Measure.LATENCY_P99;
import static org.aforo.client.History.Measure.RECORDS_IN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class SampledHistoryTest {

    private static final int PERIOD = 250;

    private final FakeFeed feed = new FakeFeed();

    /** One frame later, with this many records in all. */
    private void frame(LiveResource resource, long records) {
        feed.now += PERIOD;
        resource.update(FakeFeed.state(resource.arn(), records, 0, 0));
        feed.changed(resource);
    }

    private void quietFrame() {
        feed.now += PERIOD;
        feed.changed();
    }

    @Test
    void rates_are_per_second_of_the_last_second() {
        LiveResource stream = feed.resource("a", 1000);
        feed.added(stream);

        for (int i = 1; i <= 8; i++) {
            frame(stream, 1000 + i * 25);
        }

        assertThat(feed.line(stream, RECORDS_IN).high()).containsOnly(100);
        assertThat(feed.line(stream, BYTES_IN).high()).containsOnly(10_000);
        assertThat(feed.line(stream, RECORDS_IN).millis()).hasSize(8);
    }

    @Test
    void what_passes_now_is_as_its_line_ends() {
        LiveResource stream = feed.resource("a", 1000);
        feed.added(stream);
        assertThat(feed.history.passing(stream)).isEqualTo(History.Passing.NONE);

        for (int i = 1; i <= 8; i++) {
            frame(stream, 1000 + i * 25);
        }
        assertThat(feed.history.passing(stream).in()).isEqualTo(new Rates(100, 10_000, 0, 0));

        for (int i = 1; i <= 5; i++) {
            quietFrame();
        }
        assertThat(feed.history.passing(stream)).isEqualTo(History.Passing.NONE);
        assertThat(feed.history.passing(feed.resource("unknown", 0))).isEqualTo(History.Passing.NONE);
    }

    @Test
    void what_passed_before_a_gap_is_of_the_past() {
        LiveResource stream = feed.resource("a", 0);
        feed.added(stream);
        frame(stream, 100);

        feed.lost();
        feed.added(stream);

        assertThat(feed.history.passing(stream)).isEqualTo(History.Passing.NONE);
    }

    @Test
    void a_trickle_is_a_line_and_not_needles() {
        LiveResource stream = feed.resource("a", 0);
        feed.added(stream);

        for (int i = 1; i <= 40; i++) {
            if (i % 2 == 0) {
                frame(stream, i / 2);
            } else {
                quietFrame();
            }
        }

        assertThat(Arrays.stream(feed.line(stream, RECORDS_IN).high()).skip(4)).containsOnly(2d);
    }

    @Test
    void what_is_not_told_had_no_flow() {
        LiveResource stream = feed.resource("a", 0);
        feed.added(stream);
        frame(stream, 100);

        for (int i = 0; i < 8; i++) {
            quietFrame();
        }

        double[] rates = feed.line(stream, RECORDS_IN).high();
        assertThat(rates).hasSize(9).doesNotContain(Double.NaN).endsWith(0, 0, 0, 0, 0);
        assertThat(rates[0]).isGreaterThan(0);
    }

    @Test
    void levels_stay_as_last_told() {
        LiveResource stream = feed.resource("a", 0);
        feed.added(stream);
        feed.now += PERIOD;
        stream.update(FakeFeed.state("a", 0, 7, 0.5));
        feed.changed(stream);

        for (int i = 0; i < 200; i++) {
            quietFrame();
        }

        assertThat(feed.line(stream, FILL).high()).hasSize(201).containsOnly(0.5);
        assertThat(feed.line(stream, LATENCY_P50).low()).containsOnly(7);
        assertThat(feed.line(stream, LATENCY_P99).low()).containsOnly(14);
        assertThat(feed.history.line(stream, FILL, feed.now - 1000, feed.now, 100).high()).hasSize(5)
                .containsOnly(0.5);
    }

    @Test
    void a_lost_connection_is_a_gap_over_which_no_rate_is_made() {
        LiveResource stream = feed.resource("a", 0);
        feed.added(stream);
        frame(stream, 25);
        feed.now += PERIOD;
        feed.lost();
        feed.now += 60_000;

        frame(stream, 1_000_000);
        frame(stream, 1_000_025);

        History.Line line = feed.line(stream, RECORDS_IN);
        assertThat(line.high()).containsExactly(100, Double.NaN, 100);
        assertThat(line.low()[1]).isNaN();
    }

    @Test
    void totals_that_fall_begin_anew() {
        LiveResource stream = feed.resource("a", 1_000_000);
        feed.added(stream);
        frame(stream, 1_000_025);

        frame(stream, 25);

        assertThat(feed.line(stream, RECORDS_IN).high()).containsExactly(100, 100);
    }

    @Test
    void a_resource_that_came_later_has_no_past_and_one_that_went_no_present() {
        LiveResource first = feed.resource("a", 0);
        LiveResource second = feed.resource("b", 10);
        feed.added(first);
        for (int i = 0; i < 4; i++) {
            frame(first, i);
        }
        feed.now += PERIOD;
        feed.added(second);
        frame(second, 20);
        feed.now += PERIOD;
        feed.removed(second);
        quietFrame();
        quietFrame();

        assertThat(feed.line(first, RECORDS_IN).millis()).hasSize(9);
        assertThat(feed.line(second, RECORDS_IN).high()).containsExactly(10, 20, 20, Double.NaN);
    }

    @Test
    void one_that_came_back_goes_on_after_a_gap() {
        LiveResource stream = feed.resource("a", 0);
        feed.added(stream);
        frame(stream, 25);
        feed.now += PERIOD;
        feed.removed(stream);
        quietFrame();
        quietFrame();
        feed.now += PERIOD;
        stream.update(FakeFeed.state("a", 50, 0, 0));
        feed.added(stream);

        assertThat(feed.line(stream, RECORDS_IN).high()).containsExactly(100, 50, Double.NaN, 50);
    }

    @Test
    void what_went_is_forgotten_after_ten_minutes() {
        LiveResource stream = feed.resource("a", 0);
        feed.added(stream);
        frame(stream, 25);
        feed.now += PERIOD;
        feed.removed(stream);

        feed.now += SampledHistory.KEPT - 1000;
        feed.changed();
        assertThat(feed.line(stream, RECORDS_IN).millis()).isNotEmpty();
        long before = feed.history.bytes();

        feed.now += 20_000;
        feed.changed();
        assertThat(feed.line(stream, RECORDS_IN).millis()).isEmpty();
        assertThat(feed.history.bytes()).isLessThan(before);
    }

    @Test
    void age_thins_out_but_keeps_extremes() {
        LiveResource stream = feed.resource("a", 0);
        feed.added(stream);
        long spike = feed.now + 3_600_000;
        long total = 0;
        while (feed.now < 1_000_000 + 5 * 3_600_000) {
            total += feed.now == spike ? 100_000 : 25;
            frame(stream, total);
        }

        History.Line line = feed.line(stream, RECORDS_IN);

        assertThat(Arrays.stream(line.high()).max()).hasValueCloseTo(100_075d, offset(300d));
        assertThat(Arrays.stream(line.low()).min()).hasValue(100);
        // 3 h in steps of 10 s, 110 min in steps of 1 s, 10 min as fed; a little less or more where segments end
        assertThat(line.millis()).hasSizeBetween(10_000, 10_500).isSorted();
    }

    @Test
    void a_line_has_no_more_points_than_wanted_and_keeps_its_extremes() {
        LiveResource stream = feed.resource("a", 0);
        feed.added(stream);
        for (int i = 1; i <= 2000; i++) {
            frame(stream, i * 25 + (i >= 1000 ? 5000 : 0));
        }

        History.Line line = feed.history.line(stream, RECORDS_IN, 1_000_000, feed.now, 100);

        assertThat(line.millis()).hasSizeBetween(90, 102).isSorted();
        assertThat(Arrays.stream(line.high()).max()).hasValue(5100);
        assertThat(Arrays.stream(line.low()).min()).hasValue(100);
    }

    @Test
    void thinned_points_stay_where_they_are_when_time_goes_on() {
        LiveResource stream = feed.resource("a", 0);
        feed.added(stream);
        for (int i = 1; i <= 1000; i++) {
            frame(stream, i * 25);
        }
        long[] before = feed.history.line(stream, RECORDS_IN, feed.now - 200_000, feed.now, 50).millis();
        frame(stream, 26_000);
        long[] after = feed.history.line(stream, RECORDS_IN, feed.now - 200_000, feed.now, 50).millis();

        assertThat(after).contains(Arrays.copyOfRange(before, 1, before.length - 1));
    }

    @Test
    void what_was_before_the_connection_joins_on_without_a_gap() {
        LiveResource stream = feed.resource("a", 1000);
        LiveResource other = feed.resource("b", 1000);
        feed.added(stream, other);
        frame(stream, 1025);
        float[][] rates = new float[8][3];
        rates[RECORDS_IN.ordinal()] = new float[] {7, 8, 9};

        feed.history.prepend(new long[] {feed.now - 2250, feed.now - 1250}, Map.of(stream, rates));

        assertThat(feed.line(stream, RECORDS_IN).high()).containsExactly(7, 8, 9, 100);
        assertThat(feed.line(stream, FILL).high()).hasSize(1);
        assertThat(feed.line(other, RECORDS_IN).high()).hasSize(1);
    }

    @Test
    void flushes_are_marked_once_and_not_those_of_before() {
        LiveResource stream = new LiveResource(feed.connection, state(0, 1));
        feed.added(stream);
        for (int second : new int[] {1, 2, 2, 3}) {
            feed.now += PERIOD;
            stream.update(state(0, second));
            feed.changed(stream);
        }

        List<History.FlushMark> marks = feed.history.flushes(stream, 0, Long.MAX_VALUE);

        assertThat(marks).extracting(History.FlushMark::flush).containsExactly(FakeFeed.flush(2), FakeFeed.flush(3));
        assertThat(marks.getFirst().millis()).isEqualTo(1_000_000 + 2 * PERIOD);
    }

    private static ResourceState state(long records, int flushed) {
        return FakeFeed.state("a", new long[] {records, 0, 0, 0}, new long[4], 0, 0,
                Optional.of(FakeFeed.flush(flushed)));
    }
}
