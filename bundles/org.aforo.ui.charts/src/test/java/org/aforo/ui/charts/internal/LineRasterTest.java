package org.aforo.ui.charts.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineRasterTest {

    private final BufferedImage image = new BufferedImage(100, 100, BufferedImage.TYPE_INT_RGB);
    private final LineRaster raster = new LineRaster(image);

    @ParameterizedTest
    @CsvSource({"10,50,90,50", "10,10,90,90", "10,90,90,10", "50,10,50,90", "45,10,55,90", "10,45,90,55"})
    void coversLengthTimesWidth(double x0, double y0, double x1, double y1) {
        raster.line(new double[] {x0, x1}, new double[] {y0, y1}, 2, 2, null, 0xFFFFFF);

        assertThat(light()).isBetween(Math.hypot(x1 - x0, y1 - y0) * 2 * 0.9, Math.hypot(x1 - x0, y1 - y0) * 2 * 1.1);
    }

    @Test
    void aPointIsADot() {
        raster.line(new double[] {50}, new double[] {50}, 1, 2, null, 0xFFFFFF);

        assertThat(light()).isBetween(1.0, 8.0);
    }

    @Test
    void aDashedLineIsOnForItsShare() {
        raster.line(new double[] {0, 100}, new double[] {50.5, 50.5}, 2, 1, new float[] {6, 4}, 0xFFFFFF);

        assertThat(light()).isBetween(55.0, 65.0);
    }

    @Test
    void staysWithinItsClipAndTheImage() {
        raster.clip(20, 20, 60, 60);

        raster.line(new double[] {-500, 50, 500}, new double[] {-900, 50, 2000}, 3, 5, null, 0xFFFFFF);
        raster.band(new double[] {-50, 500}, new double[] {-10, -10}, new double[] {400, 400}, 2, 255, 0xFF);

        assertThat(image.getRGB(19, 50) & 0xFFFFFF).isZero();
        assertThat(image.getRGB(50, 19) & 0xFFFFFF).isZero();
        assertThat(image.getRGB(80, 50) & 0xFFFFFF).isZero();
        assertThat(image.getRGB(20, 20) & 0xFFFFFF).isEqualTo(0xFF);
        assertThat(image.getRGB(79, 79) & 0xFFFFFF).isEqualTo(0xFF);
    }

    @Test
    void meetingSegmentsAreNoDarkerWhereTheyMeet() {
        raster.line(new double[] {10, 50, 90}, new double[] {50.5, 50.5, 50.5}, 3, 1, null, 0x808080);

        assertThat(image.getRGB(50, 50) & 0xFF).isEqualTo(image.getRGB(30, 50) & 0xFF);
    }

    private double light() {
        double sum = 0;
        for (int y = 0; y < 100; y++) {
            for (int x = 0; x < 100; x++) {
                sum += (image.getRGB(x, y) & 0xFF) / 255.0;
            }
        }
        return sum;
    }
}
