package org.aforo.ui.charts;

import java.io.IOException;
import java.nio.file.Path;

import org.aforo.ui.charts.internal.ChartFiles;
import org.aforo.ui.charts.internal.Look;

/**
 * A chart as it stood at a moment, to be written to a file. Writing blocks, so it is not for the UI thread. A file that
 * is there already is replaced only once all is written; a failure leaves nothing behind.
 */
public final class ChartSnapshot {

    private final ChartData data;
    private final Look look;

    ChartSnapshot(ChartData data, Look look) {
        this.data = data;
        this.look = look;
    }

    public ChartData data() {
        return data;
    }

    /**
     * Writes a picture of it.
     *
     * @param width of the picture in pixels, as {@code height}
     * @param zoom  size of letters and strokes in per cent
     */
    public void writePng(Path file, int width, int height, int zoom) throws IOException {
        ChartFiles.png(file, data, look, width, height, zoom);
    }

    /** Writes the values of the lines that are shown. */
    public void writeCsv(Path file) throws IOException {
        ChartFiles.csv(file, data, look);
    }
}
