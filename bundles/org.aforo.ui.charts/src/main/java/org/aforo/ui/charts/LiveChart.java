package org.aforo.ui.charts;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.aforo.ui.charts.internal.ChartThread;
import org.aforo.ui.charts.internal.ChartWidgets;
import org.aforo.ui.charts.internal.Frame;
import org.aforo.ui.charts.internal.FrameRenderer;
import org.aforo.ui.charts.internal.Look;
import org.aforo.ui.charts.internal.Request;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.util.Policy;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;

/**
 * A chart that runs on with time: read and drawn off the UI thread, at most one frame on its way, and none while it is
 * not seen or nothing changed. With a legend that switches lines, and a table that tells the same. For the UI thread.
 */
public final class LiveChart extends Composite {

    private static final int STANDARD_RATE = 4;
    private static final int MOST_RATE = 10;
    /** What runs on is drawn again after so long even if it moved by less than a pixel. */
    private static final long IDLE_MILLIS = 1000;

    private final ChartSource source;
    private final Viewport viewport = new Viewport(System::currentTimeMillis);
    private final FrameRenderer renderer = new FrameRenderer();
    private final ChartWidgets widgets;
    private Runnable steered = () -> {};
    private int periodMillis = 1000 / STANDARD_RATE;
    private Request drawn;
    private boolean drawing;
    private boolean stale = true;
    private Effort effort = new Effort(0, 0, 0);

    /**
     * What drawing took since the chart was made.
     *
     * @param spent nanoseconds of the charts' thread; {@code slowest} of its slowest frame
     */
    public record Effort(long frames, long spent, long slowest) {

        Effort plus(long nanos) {
            return new Effort(frames + 1, spent + nanos, Math.max(slowest, nanos));
        }
    }

    /** A chart of what {@code source} tells, from now on. */
    public LiveChart(Composite parent, ChartSource source) {
        super(parent, SWT.NONE);
        this.source = source;
        this.widgets = new ChartWidgets(this, viewport, this::steered, this::refresh);
        getDisplay().timerExec(0, this::tick);
    }

    /** What part of time it shows; {@link #refresh()} after changing it. */
    public Viewport viewport() {
        return viewport;
    }

    /** Draws again with the next tick, also what is held. */
    public void refresh() {
        stale = true;
    }

    /** Calls {@code listener} whenever the user held, moved or zoomed the chart. */
    public void onSteered(Runnable listener) {
        steered = listener;
    }

    /** Frames a second at most, from 1 to 10. */
    public void rate(int hertz) {
        periodMillis = 1000 / Math.clamp(hertz, 1, MOST_RATE);
    }

    /** Its name for screen readers. */
    public void name(String name) {
        widgets.name(name);
    }

    /** What stands there while there is nothing to draw. */
    public void hint(String text) {
        widgets.canvas().hint(text);
    }

    public void showLegend(boolean show) {
        widgets.layout().showLegend(show);
        layout();
    }

    /** Shows the table in place of the chart, or the chart again. */
    public void showTable(boolean show) {
        widgets.layout().showTable(show);
        layout();
        refresh();
    }

    public boolean tableShown() {
        return widgets.layout().tableShown();
    }

    /** Shows or hides a line. */
    public void hide(String series, boolean hide) {
        widgets.legend().hide(series, hide);
    }

    /** What it shows now; without plots before the first frame. */
    public ChartSnapshot snapshot() {
        Frame frame = widgets.last();
        return new ChartSnapshot(frame == null ? new ChartData(0, 1, List.of()) : frame.data(), widgets.look());
    }

    public Effort effort() {
        return effort;
    }

    @Override
    public boolean setFocus() {
        return widgets.setFocus();
    }

    private void steered() {
        refresh();
        steered.run();
    }

    private void tick() {
        if (isDisposed()) {
            return;
        }
        // all charts at the same moments: what is painted together costs less
        getDisplay().timerExec(periodMillis - (int) Math.floorMod(System.nanoTime() / 1_000_000, periodMillis),
                this::tick);
        if (drawing || !isVisible()) {
            return;
        }
        Request request = widgets.request(viewport.range());
        if (request.width() > 0 && request.height() > 0 && isDue(request)) {
            drawing = true;
            stale = false;
            drawn = request;
            draw(request);
        }
    }

    private boolean isDue(Request request) {
        if (stale || !request.sameBut(drawn)) {
            return true;
        }
        long moved = request.range().to() - drawn.range().to();
        long pixel = request.range().span() / request.width();
        return moved != 0 && moved >= Math.min(pixel, IDLE_MILLIS);
    }

    private void draw(Request request) {
        Display display = getDisplay();
        CompletableFuture.supplyAsync(() -> renderer.render(source, request), ChartThread.executor())
                .whenComplete((frame, failure) -> {
                    if (!display.isDisposed()) {
                        display.asyncExec(() -> drawn(frame, failure));
                    }
                });
    }

    private void drawn(Frame frame, Throwable failure) {
        drawing = false;
        if (failure != null) {
            Policy.getLog().log(Status.error("A chart could not be drawn", failure));
        } else if (!isDisposed()) {
            effort = effort.plus(frame.nanos());
            widgets.show(frame);
        }
    }
}
