package org.aforo.ui.charts.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.aforo.client.History.Line;
import org.aforo.ui.charts.ChartData;
import org.aforo.ui.charts.Mark;
import org.aforo.ui.charts.Palette;
import org.aforo.ui.charts.Plot;
import org.aforo.ui.charts.Series;
import org.aforo.ui.charts.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChartPainterTest {

    private static final Palette PALETTE = Palette.plain();
    private static final long[] TIMES = {0, 50_000, 100_000};

    private final BufferedImage image = new BufferedImage(600, 300, BufferedImage.TYPE_INT_RGB);

    @Test
    void drawsEachLineInItsColourWhereItsValuesAre() {
        ChartData data = Data.chart(Data.series("a", Unit.RECORDS_PER_SECOND, 0, TIMES, 100, 100, 100),
                Data.series("b", Unit.RECORDS_PER_SECOND, 1, TIMES, 50, 50, 50));

        PlotArea area = ChartPainter.paint(image, 1, data, Data.PLAIN).getFirst();

        double top = Scale.top(Unit.RECORDS_PER_SECOND, 100);
        assertThat(hasColour(area, 0.25, 1 - 100 / top, PALETTE.line(0))).isTrue();
        assertThat(hasColour(area, 0.25, 1 - 50 / top, PALETTE.line(1))).isTrue();
        assertThat(hasColour(area, 0.25, 1 - 75 / top, PALETTE.line(0))).isFalse();
    }

    @Test
    void leavesOutWhatIsHidden() {
        ChartData data = Data.chart(Data.series("a", Unit.RECORDS_PER_SECOND, 0, TIMES, 100, 100, 100));

        ChartPainter.paint(image, 1, data, new Look(PALETTE, Set.of("a"), ""));

        assertThat(count(PALETTE.line(0))).isZero();
    }

    @Test
    void shadesAGapAndDrawsNoLineThrough() {
        ChartData data = Data.chart(Data.series("a", Unit.RECORDS_PER_SECOND, 0,
                new long[] {0, 40_000, 50_000, 60_000, 100_000}, 10, 10, Double.NaN, 10, 10));

        PlotArea area = ChartPainter.paint(image, 1, data, Data.PLAIN).getFirst();

        int middle = (int) (area.x() + area.width() / 2);
        for (int y = (int) area.y() + 2; y < area.y() + area.height() - 2; y++) {
            assertThat(rgb(middle, y)).as("y " + y).isNotEqualTo(PALETTE.line(0));
        }
        assertThat(column(middle, area)).contains(PALETTE.gap());
        assertThat(column((int) (area.x() + area.width() / 4) + 7, area)).doesNotContain(PALETTE.gap());
    }

    @Test
    void drawsTheBandFromLeastToGreatest() {
        double[] low = {20, 20, 20};
        double[] high = {80, 80, 80};
        ChartData data = Data.chart(new Series("a", "a", Unit.RECORDS_PER_SECOND, 0, 0, new Line(TIMES, low, high)));

        PlotArea area = ChartPainter.paint(image, 1, data, Data.PLAIN).getFirst();

        double top = Scale.top(Unit.RECORDS_PER_SECOND, 80);
        assertThat(at(area, 0.27, 1 - 30 / top)).isNotEqualTo(PALETTE.background());
        assertThat(at(area, 0.27, 1 - 70 / top)).isNotEqualTo(PALETTE.background());
        assertThat(at(area, 0.27, 1 - 13 / top)).isEqualTo(PALETTE.background());
    }

    @Test
    void givesTheSecondUnitAnAxisOfItsOwn() {
        ChartData one = Data.chart(Data.series("a", Unit.RECORDS_PER_SECOND, 0, TIMES, 100, 100, 100));
        ChartData two = Data.chart(Data.series("a", Unit.RECORDS_PER_SECOND, 0, TIMES, 100, 100, 100),
                Data.series("b", Unit.BYTES_PER_SECOND, 1, TIMES, 3e6, 3e6, 3e6));

        double alone = ChartPainter.paint(image, 1, one, Data.PLAIN).getFirst().width();
        PlotArea both = ChartPainter.paint(image, 1, two, Data.PLAIN).getFirst();

        assertThat(both.width()).isLessThan(alone - 20);
        assertThat(hasColour(both, 0.25, 1 - 3e6 / Scale.top(Unit.BYTES_PER_SECOND, 3e6), PALETTE.line(1))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1.5, 2})
    void drawsAlikeAtEveryZoom(double zoom) {
        BufferedImage large = new BufferedImage((int) (600 * zoom), (int) (300 * zoom), BufferedImage.TYPE_INT_RGB);
        ChartData data = Data.chart(Data.series("a", Unit.RECORDS_PER_SECOND, 0, TIMES, 100, 100, 100));

        PlotArea area = ChartPainter.paint(large, zoom, data, Data.PLAIN).getFirst();

        int x = (int) ((area.x() + area.width() / 3) * zoom);
        double top = Scale.top(Unit.RECORDS_PER_SECOND, 100);
        int y = (int) Math.round((area.y() + area.height() * (1 - 100 / top)) * zoom);
        int coloured = 0;
        for (int off = -4; off <= 4; off++) {
            coloured += (large.getRGB(x, y + off) & 0xFFFFFF) != PALETTE.background() ? 1 : 0;
        }
        assertThat(coloured).isBetween((int) (1.5 * zoom), (int) Math.ceil(1.5 * zoom) + 1);
    }

    @Test
    void marksErrorsThrottlesAndFlushes() {
        ChartData data = Data.chart(
                List.of(new Mark(20_000, Mark.Kind.ERROR, ""), new Mark(40_000, Mark.Kind.THROTTLE, ""),
                        new Mark(60_000, Mark.Kind.FLUSH, ""), new Mark(900_000, Mark.Kind.ERROR, "later")),
                Data.series("a", Unit.RECORDS_PER_SECOND, 0, TIMES, 1, 1, 1));

        ChartPainter.paint(image, 1, data, Data.PLAIN);

        assertThat(count(PALETTE.error())).isPositive();
        assertThat(count(PALETTE.throttle())).isPositive();
        assertThat(count(PALETTE.flush())).isPositive();
    }

    @Test
    void drawsPlotsOneAboveTheOtherByTheirWeight() {
        Plot upper = new Plot("x", 3, List.of(Data.series("a", Unit.RECORDS, 0, TIMES, 1, 2, 3)), List.of());
        Plot lower = new Plot("y", 1, List.of(Data.series("b", Unit.MILLISECONDS, 0, TIMES, 1, 2, 3)), List.of());

        ChartData data = new ChartData(0, 100_000, List.of(upper, lower));

        List<PlotArea> areas = ChartPainter.paint(image, 1, data, Data.PLAIN);

        assertThat(areas.get(0).x()).isEqualTo(areas.get(1).x());
        assertThat(areas.get(0).y() + areas.get(0).height()).isLessThan(areas.get(1).y());
        assertThat(areas.get(0).height() / areas.get(1).height()).isBetween(2.8, 3.2);
    }

    @Test
    void drawsNothingWithoutPlots() {
        assertThat(ChartPainter.paint(image, 1, new ChartData(0, 1, List.of()), Data.PLAIN)).isEmpty();
    }

    private boolean hasColour(PlotArea area, double across, double down, int rgb) {
        int x = (int) (area.x() + area.width() * across);
        int y = (int) Math.round(area.y() + area.height() * down);
        return near(rgb(x, y), rgb) || near(rgb(x, y - 1), rgb) || near(rgb(x, y + 1), rgb);
    }

    /** A thin line covers no pixel wholly where it lies between two. */
    private static boolean near(int rgb, int other) {
        int distance = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            distance += Math.abs((rgb >> shift & 0xFF) - (other >> shift & 0xFF));
        }
        return distance < 150;
    }

    private int at(PlotArea area, double across, double down) {
        return rgb((int) (area.x() + area.width() * across), (int) (area.y() + area.height() * down));
    }

    private List<Integer> column(int x, PlotArea area) {
        return IntStream.range((int) area.y() + 1, (int) (area.y() + area.height()))
                .mapToObj(y -> rgb(x, y)).toList();
    }

    private long count(int rgb) {
        return IntStream.range(0, image.getWidth() * image.getHeight())
                .filter(i -> rgb(i % image.getWidth(), i / image.getWidth()) == rgb).count();
    }

    private int rgb(int x, int y) {
        return image.getRGB(x, y) & 0xFFFFFF;
    }
}
