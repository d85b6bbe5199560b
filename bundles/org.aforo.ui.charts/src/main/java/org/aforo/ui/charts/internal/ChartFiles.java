package org.aforo.ui.charts.internal;

import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

import javax.imageio.ImageIO;

import org.aforo.ui.charts.ChartData;
import org.aforo.ui.charts.Plot;

/** Writes charts to files. */
public final class ChartFiles {

    private interface Content {
        void write(OutputStream to) throws IOException;
    }

    private ChartFiles() {
    }

    public static void png(Path file, ChartData data, Look look, int width, int height, int zoom) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        ChartPainter.paint(image, zoom / 100.0, data, look);
        write(file, to -> {
            if (!ImageIO.write(image, "png", to)) {
                throw new IOException("This Java writes no PNG");
            }
        });
    }

    public static void csv(Path file, ChartData data, Look look) throws IOException {
        ChartData shown = new ChartData(data.from(), data.to(), data.plots().stream().map(plot -> new Plot(plot.title(),
                plot.weight(), plot.series().stream().filter(look::shows).toList(), plot.marks())).toList());
        write(file, to -> {
            try (Writer writer = new OutputStreamWriter(to, StandardCharsets.UTF_8)) {
                Csv.write(Rows.of(shown), writer);
            }
        });
    }

    private static void write(Path file, Content content) throws IOException {
        Path whole = file.toAbsolutePath();
        // not a temporary file, which only its owner may read
        Path part = whole.resolveSibling("." + whole.getFileName() + UUID.randomUUID() + ".part");
        try {
            try (OutputStream to = new BufferedOutputStream(
                    Files.newOutputStream(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
                content.write(to);
            }
            Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
