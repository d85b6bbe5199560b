package org.aforo.ui.internal.throughput;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.function.Consumer;

import org.aforo.ui.Notices;
import org.aforo.ui.charts.ChartSnapshot;
import org.aforo.ui.charts.LiveChart;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.FileDialog;

/**
 * Writes a chart to files, in the background. A failure is told in the status line, and stays below the chart with ways
 * to go on. For the UI thread.
 */
public final class ChartExport {

    private interface Writing {
        void write(Path file) throws IOException;
    }

    private final LiveChart chart;
    private final RetryBar bar;
    private final String name;
    private Path folder;

    /**
     * @param below grid of one column in which the chart stands
     * @param name  of the files, without extension
     */
    public ChartExport(LiveChart chart, Composite below, String name) {
        this.chart = chart;
        this.bar = new RetryBar(below);
        this.name = name;
    }

    /** Asks for a file, and draws into it. */
    public void askPng(PictureSize size) {
        ask("png", file -> png(file, size));
    }

    /** Asks for a file, and writes the values of the lines shown into it. */
    public void askCsv() {
        ask("csv", this::csv);
    }

    /** Draws the chart as it stands into a file. */
    public Job png(Path file, PictureSize size) {
        Point shown = chart.getSize();
        boolean asShown = size == PictureSize.AS_SHOWN;
        int width = asShown ? Math.max(1, shown.x) : size.width();
        int height = asShown ? Math.max(1, shown.y) : size.height();
        ChartSnapshot snapshot = chart.snapshot();
        return write(file, to -> snapshot.writePng(to, width, height, size.zoom()), () -> askPng(size));
    }

    /** Writes the chart's values as they stand into a file. */
    public Job csv(Path file) {
        ChartSnapshot snapshot = chart.snapshot();
        return write(file, snapshot::writeCsv, this::askCsv);
    }

    private void ask(String extension, Consumer<Path> then) {
        FileDialog dialog = new FileDialog(chart.getShell(), SWT.SAVE);
        dialog.setFilterExtensions(new String[] {"*." + extension});
        dialog.setFileName(name + "." + extension);
        dialog.setOverwrite(true);
        if (folder != null) {
            dialog.setFilterPath(folder.toString());
        }
        String chosen = dialog.open();
        if (chosen != null) {
            Path file = Path.of(chosen.endsWith("." + extension) ? chosen : chosen + "." + extension);
            folder = file.getParent();
            then.accept(file);
        }
    }

    private Job write(Path file, Writing writing, Runnable elsewhere) {
        bar.hide();
        Display display = chart.getDisplay();
        Job job = Job.create(NLS.bind(Messages.exporting, file.getFileName()), monitor -> {
            try {
                writing.write(file);
                Notices.done(Messages.export, file.toString());
            } catch (IOException e) {
                String failure = NLS.bind(Messages.exportFailed, file, reason(e));
                Notices.failed(Messages.export, failure);
                display.asyncExec(() -> bar.tell(failure, () -> write(file, writing, elsewhere), elsewhere));
            }
            return Status.OK_STATUS;
        });
        job.schedule();
        return job;
    }

    /** What the system said, which writers of pictures hide within their own words. */
    private static String reason(IOException e) {
        if (e.getCause() instanceof IOException cause) {
            return reason(cause);
        }
        String reason = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
        return reason == null ? e.getClass().getSimpleName() : reason;
    }
}
