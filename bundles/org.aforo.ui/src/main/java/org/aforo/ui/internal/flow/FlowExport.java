package org.aforo.ui.internal.flow;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.aforo.ui.internal.files.FileExport;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;

/** Writes the picture to a file, all of it, whatever the canvas shows. */
final class FlowExport {

    private static final int MOST = 8000;
    private static final double CRISP = 2;

    private FlowExport() {
    }

    /** Asks where to, and writes in the background: an SVG file or, by its name, a PNG. */
    static void ask(FlowCanvas canvas) {
        org.eclipse.swt.widgets.FileDialog dialog = new org.eclipse.swt.widgets.FileDialog(canvas.getShell(), SWT.SAVE);
        dialog.setText(Messages.exportTitle);
        dialog.setFilterExtensions(new String[] {"*.png", "*.svg"});
        dialog.setFilterNames(new String[] {Messages.exportPng, Messages.exportSvg});
        dialog.setFileName("flow.png");
        dialog.setOverwrite(true);
        String chosen = dialog.open();
        if (chosen != null) {
            write(canvas, Path.of(chosen));
        }
    }

    /** Draws now; writes in the background. */
    static Job write(FlowCanvas canvas, Path file) {
        String done = NLS.bind(Messages.exported, file);
        if (file.toString().toLowerCase(java.util.Locale.ROOT).endsWith(".svg")) {
            String svg = svg(canvas);
            return FileExport.write(Messages.exportTitle, file, done,
                    out -> out.write(svg.getBytes(StandardCharsets.UTF_8)));
        }
        ImageData image = image(canvas);
        return FileExport.write(Messages.exportTitle, file, done, out -> out.write(png(image)));
    }

    static String svg(FlowCanvas canvas) {
        canvas.look().refresh();
        FlowPlan plan = canvas.plan();
        SvgSurface surface = new SvgSurface(tint -> canvas.look().colour(tint).getRGB(), plan.width(), plan.height());
        canvas.painter(false).paint(surface);
        return surface.file();
    }

    private static ImageData image(FlowCanvas canvas) {
        FlowPlan plan = canvas.plan();
        double longest = Math.max(1, Math.max(plan.width(), plan.height()));
        double zoom = Math.min(CRISP, MOST / longest);
        Rectangle bounds = new Rectangle(0, 0, Math.max(1, (int) (plan.width() * zoom)),
                Math.max(1, (int) (plan.height() * zoom)));
        canvas.look().refresh();
        Image image = new Image(canvas.getDisplay(), bounds.width, bounds.height);
        GC gc = new GC(image);
        try (GcSurface surface = new GcSurface(gc, canvas.look(), 0, 0, zoom, bounds)) {
            canvas.painter(false).paint(surface);
        } finally {
            gc.dispose();
        }
        ImageData data = image.getImageData(100);
        image.dispose();
        return data;
    }

    private static byte[] png(ImageData image) {
        ImageLoader loader = new ImageLoader();
        loader.data = new ImageData[] {image};
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        loader.save(out, SWT.IMAGE_PNG);
        return out.toByteArray();
    }
}
