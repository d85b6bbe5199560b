package org.aforo.ui.charts.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

import javax.imageio.ImageIO;

import org.aforo.client.History.Line;
import org.aforo.ui.charts.ChartData;
import org.aforo.ui.charts.Palette;
import org.aforo.ui.charts.Series;
import org.aforo.ui.charts.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartFilesTest {

    private static final long[] TIMES = {1000, 2000};

    @TempDir
    private Path folder;

    @Test
    void aPictureHasTheSizeAskedFor() throws IOException {
        Path file = folder.resolve("chart.png");

        ChartFiles.png(file, Data.chart(Data.series("a", Unit.RECORDS, 0, TIMES, 1, 2)), Data.PLAIN, 1234, 567, 150);

        BufferedImage image = ImageIO.read(file.toFile());
        assertThat(image.getWidth()).isEqualTo(1234);
        assertThat(image.getHeight()).isEqualTo(567);
    }

    @Test
    void valuesAreWrittenByTimeWithNothingForAGap() throws IOException {
        ChartData data = Data.chart(Data.series("a, \"b\"", Unit.RECORDS, 0, TIMES, 1, Double.NaN),
                Data.series("c", Unit.MILLISECONDS, 0, new long[] {1000, 1500}, 0.25, 1e21));

        assertThat(csv(data, Data.PLAIN)).isEqualTo("time,\"a, \"\"b\"\" (Records)\",c (Latency)\r\n"
                + "1970-01-01T00:00:01Z,1,0.25\r\n"
                + "1970-01-01T00:00:01.500Z,,1000000000000000000000\r\n"
                + "1970-01-01T00:00:02Z,,\r\n");
    }

    @Test
    void pointsThatStandForSeveralHaveTwoColumns() throws IOException {
        Series spread = new Series("a", "a", Unit.RECORDS, 0, 0,
                new Line(TIMES, new double[] {1, 5}, new double[] {3, 5}));

        assertThat(csv(Data.chart(spread), Data.PLAIN)).isEqualTo(
                "time,\"a (Records), least\",\"a (Records), greatest\"\r\n"
                        + "1970-01-01T00:00:01Z,1,3\r\n1970-01-01T00:00:02Z,5,5\r\n");
    }

    @Test
    void hiddenLinesAreNotWritten() throws IOException {
        ChartData data = Data.chart(Data.series("a", Unit.RECORDS, 0, TIMES, 1, 2),
                Data.series("b", Unit.RECORDS, 0, TIMES, 3, 4));

        assertThat(csv(data, new Look(Palette.plain(), Set.of("a"), ""))).startsWith("time,b (Records)\r\n");
    }

    @Test
    void aFailureTellsWhyAndLeavesNothing() throws IOException {
        Path folderThere = Files.createDirectory(folder.resolve("taken.csv"));
        Files.writeString(folderThere.resolve("inside"), "x");
        ChartData data = Data.chart(Data.series("a", Unit.RECORDS, 0, TIMES, 1, 2));

        assertThatThrownBy(() -> ChartFiles.csv(folderThere, data, Data.PLAIN)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> ChartFiles.csv(folder.resolve("none/x.csv"), data, Data.PLAIN))
                .isInstanceOf(IOException.class);

        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(folderThere);
        }
    }

    @Test
    void whoMayReadOtherFilesMayReadThese() throws IOException {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
        Path other = Files.writeString(folder.resolve("other"), "x");

        csv(Data.chart(Data.series("a", Unit.RECORDS, 0, TIMES, 1, 2)), Data.PLAIN);

        assertThat(Files.getPosixFilePermissions(folder.resolve("chart.csv")))
                .isEqualTo(Files.getPosixFilePermissions(other));
    }

    private String csv(ChartData data, Look look) throws IOException {
        Path file = folder.resolve("chart.csv");
        ChartFiles.csv(file, data, look);
        return Files.readString(file);
    }
}
