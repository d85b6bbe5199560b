package org.aforo.ui.charts.internal;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

import org.aforo.ui.charts.ChartData;
import org.aforo.ui.charts.ChartSource;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;

/** Draws frames off-screen, all into the same memory. For one thread at a time, which is not the UI's. */
public final class FrameRenderer {

    private static final int PIXEL = 32;

    private BufferedImage image;
    private ImageData pixels;

    /** Reads what is wanted and draws it. */
    public Frame render(ChartSource source, Request request) {
        long start = System.nanoTime();
        int width = request.pixels(request.width());
        int height = request.pixels(request.height());
        allot(width, height);
        ChartData data = source.read(request.range().from(), request.range().to(), Math.max(100, request.width()));
        List<PlotArea> plots = ChartPainter.paint(image, request.zoom() / 100.0, data, request.look());
        int[] drawn = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        ByteBuffer.wrap(pixels.data).order(ByteOrder.BIG_ENDIAN).asIntBuffer().put(drawn);
        return new Frame(request, pixels, data, plots, System.nanoTime() - start);
    }

    private void allot(int width, int height) {
        if (image == null || image.getWidth() != width || image.getHeight() != height) {
            image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            pixels = new ImageData(width, height, PIXEL, new PaletteData(0xFF0000, 0xFF00, 0xFF));
        }
    }
}
