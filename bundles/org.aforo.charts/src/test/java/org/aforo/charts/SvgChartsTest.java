package org.aforo.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;

class SvgChartsTest {

    @Test
    void drawsCurvesLevelsAndMarksAsWellFormedSvg() throws Exception {
        // Given a buffer's fill over two minutes, its trigger and two flushes
        double[] seconds = {0, 30, 60, 90, 120};
        double[] fill = {0, 0.4, 0.9, 0.2, 0.7};
        Chart chart = new Chart("Fill of <kinesis1> & co", "MiB", List.of(new Series("kinesis1", seconds, fill)),
                List.of(new Chart.Level(1, "1 MiB")),
                List.of(new Chart.Mark(60, "SIZE", 1), new Chart.Mark(120, "INTERVAL", 2)));
        // When it is drawn
        String svg = SvgCharts.svg(chart, 600, 240);
        // Then it is XML, and says what it shows
        var root = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8))).getDocumentElement();
        assertThat(root.getTagName()).isEqualTo("svg");
        assertThat(root.getAttribute("aria-label")).isEqualTo("Fill of <kinesis1> & co");
        assertThat(root.getTextContent()).contains("1 MiB", "SIZE", "INTERVAL", "kinesis1", "1:00");
    }

    @Test
    void drawsAnEmptyFrameWhereThereIsNothing() {
        assertThat(SvgCharts.svg(new Chart("Nothing", "records/s", List.of(), List.of(), List.of()), 300, 200))
                .startsWith("<svg ").contains("Nothing");
    }

    @Test
    void smallValuesAreNotDrawnBelowZero() {
        Series small = new Series("s", new double[] {0, 1}, new double[] {0, 1e-5});

        assertThat(SvgCharts.svg(new Chart("Small", "x", List.of(small), List.of(), List.of()), 600, 240))
                .doesNotContain(">-0");
    }

    @Test
    void decimationKeepsPeaksAndOrder() {
        // Given a long flat curve with one peak and one dip
        double[] x = new double[100_000];
        double[] y = new double[x.length];
        Arrays.setAll(x, i -> i);
        y[12_345] = 7;
        y[54_321] = -3;
        // When it is cut down to 500 buckets
        Series few = new Series("s", x, y).decimated(500);
        // Then both are still there, in order
        assertThat(few.seconds()).hasSize(1000).isSorted().contains(12_345, 54_321);
        assertThat(Arrays.stream(few.values()).max().orElseThrow()).isEqualTo(7);
        assertThat(Arrays.stream(few.values()).min().orElseThrow()).isEqualTo(-3);
    }

    @Test
    void refusesSeriesOfUnequalLengths() {
        assertThatThrownBy(() -> new Series("s", new double[2], new double[3]))
                .hasMessage("2 moments but 3 values in series s");
    }
}
