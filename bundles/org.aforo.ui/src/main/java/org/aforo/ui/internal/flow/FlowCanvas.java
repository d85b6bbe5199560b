package org.aforo.ui.internal.flow;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

import org.aforo.client.LiveResource;
import org.aforo.ui.internal.flow.FlowPlan.Area;
import org.aforo.ui.internal.flow.FlowPlan.Point;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.TextLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/** The picture: draws a plan, and knows what is looked at, chosen and has the keyboard. For the UI thread. */
final class FlowCanvas extends Canvas {

    private static final int FRAME = 125;
    /** A frame is followed by so many times as much rest: what moves is not worth more of a processor. */
    private static final int REST = 30;
    private static final double STEP = 3;
    private static final int MESSAGE_MARGIN = 6;

    private final FlowLook look;
    private final Function<String, Optional<LiveResource>> resources;
    private final Predicate<LiveResource> faulty;
    private final Set<String> selected = new LinkedHashSet<>();
    private FlowPlan plan = FlowPlan.EMPTY;
    private Camera camera = Camera.START;
    private String focus = "";
    private String message = "";
    private double phase;
    private boolean moving;
    private boolean whole;
    private final FlowBars bars;
    /** Milliseconds that the last frame took. */
    private int painted;
    private Runnable chosen = () -> {};

    FlowCanvas(Composite parent, Function<String, Optional<LiveResource>> resources,
            Predicate<LiveResource> faulty) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.H_SCROLL | SWT.V_SCROLL);
        this.resources = resources;
        this.faulty = faulty;
        look = new FlowLook(this);
        bars = new FlowBars(this);
        addPaintListener(event -> paint(event.gc));
        addListener(SWT.Resize, event -> {
            if (camera.fits()) {
                refit();
            } else {
                bars.show(plan, camera);
            }
        });
        addListener(SWT.FocusIn, event -> redraw());
        addListener(SWT.FocusOut, event -> redraw());
        new FlowInput(this);
        FlowAccess.install(this);
    }

    /** Calls {@code listener} when other things are selected. */
    void onChosen(Runnable listener) {
        chosen = listener;
    }

    FlowPlan plan() {
        return plan;
    }

    FlowLook look() {
        return look;
    }

    Camera camera() {
        return camera;
    }

    Set<String> selected() {
        return Set.copyOf(selected);
    }

    String focus() {
        return focus;
    }

    /** Shows another plan; what has the keyboard stays in its place. */
    void show(FlowPlan next) {
        Optional<Area> before = plan.area(focus);
        plan = next;
        Optional<Area> after = plan.area(focus);
        if (camera.fits()) {
            refit();
        } else if (before.isPresent() && after.isPresent()) {
            look(camera.moved((after.get().x() - before.get().x()) * camera.zoom(),
                    (after.get().y() - before.get().y()) * camera.zoom()));
        }
        if (after.isEmpty()) {
            focus = "";
        }
        if (selected.removeIf(arn -> plan.area(arn).isEmpty())) {
            chosen.run();
        }
        redraw();
    }

    /** Shown where there is nothing to draw, or above what is past. */
    void tell(String text) {
        message = text;
    }

    /** Draws the figures of now, and goes on doing so while anything flows. */
    void refresh() {
        if (moving) {
            return;
        }
        redraw();
        if (flows()) {
            moving = true;
            getDisplay().timerExec(pause(), this::move);
        }
    }

    private int pause() {
        return Math.max(FRAME, REST * painted);
    }

    private boolean flows() {
        return isVisible() && plan.graph().edges().stream()
                .anyMatch(edge -> load(edge).flows());
    }

    Load load(FlowGraph.Edge edge) {
        return Load.of(edge, plan.graph(), arn -> resources.apply(arn).flatMap(Seen::of));
    }

    private void move() {
        if (isDisposed()) {
            return;
        }
        moving = flows();
        if (moving) {
            phase = (phase + STEP) % 12;
            redraw();
            getDisplay().timerExec(pause(), this::move);
        }
    }

    void look(Camera next) {
        camera = next;
        bars.show(plan, camera);
        redraw();
    }

    /** Shows all of the plan, however small. */
    void fit() {
        whole = true;
        refit();
    }

    private void refit() {
        Rectangle area = getClientArea();
        look(whole ? Camera.fit(plan, area.width, area.height) : Camera.readable(plan, area.width, area.height));
    }

    void zoom(double factor) {
        Rectangle area = getClientArea();
        look(camera.zoomed(factor, area.width / 2.0, area.height / 2.0));
    }

    /** Gives the keyboard to a node and shows it; empty for none. */
    void focusOn(String arn) {
        focus = arn;
        Rectangle area = getClientArea();
        plan.area(arn).ifPresent(node -> look(camera.showing(node, area.width, area.height)));
        getAccessible().setFocus(FlowAccess.child(plan, arn));
        redraw();
    }

    /** Selects what was pointed at: it alone, or it besides. */
    void choose(String arn, boolean besides) {
        boolean off = besides && selected.contains(arn);
        if (!besides) {
            selected.clear();
        }
        if (off) {
            selected.remove(arn);
        } else if (!arn.isEmpty()) {
            selected.add(arn);
        }
        focusOn(arn);
        chosen.run();
    }

    /** Shows a selection that was made elsewhere. */
    void mark(Set<String> arns) {
        selected.clear();
        selected.addAll(arns);
        redraw();
    }

    Optional<String> at(int x, int y) {
        Point point = camera.plan(x, y);
        return plan.at(point.x(), point.y());
    }

    /** The edge near a place. */
    Optional<FlowGraph.Edge> edgeAt(int x, int y) {
        Point point = camera.plan(x, y);
        return plan.routes().stream().filter(route -> route.label().contains(point.x(), point.y())
                || FlowPainter.distance(route.points(), point.x(), point.y()) < 5 / camera.zoom()).findFirst()
                .map(FlowPlan.Route::edge);
    }

    Optional<LiveResource> resource(String arn) {
        return resources.apply(arn);
    }

    boolean isFaulty(LiveResource resource) {
        return faulty.test(resource);
    }

    FlowPainter painter(boolean marks) {
        return new FlowPainter(plan, resources, faulty, marks ? selected : Set.of(),
                marks && isFocusControl() ? focus : "", phase);
    }

    private void paint(GC gc) {
        long begun = System.nanoTime();
        draw(gc);
        painted = (int) Math.min(100, (System.nanoTime() - begun) / 1_000_000);
    }

    private void draw(GC gc) {
        look.refresh();
        Rectangle area = getClientArea();
        gc.setBackground(look.colour(Tint.CANVAS));
        gc.fillRectangle(area);
        try (GcSurface surface = new GcSurface(gc, look, camera.left(), camera.top(), camera.zoom(), area)) {
            painter(true).paint(surface);
        }
        if (!message.isEmpty()) {
            tell(gc, area);
        }
        if (plan.graph().nodes().isEmpty() && isFocusControl()) {
            gc.drawFocus(2, 2, area.width - 4, area.height - 4);
        }
    }

    /** Writes the message, in as many lines as it needs. */
    private void tell(GC gc, Rectangle area) {
        TextLayout text = new TextLayout(gc.getDevice());
        try {
            text.setFont(look.font(Surface.Type.NORMAL));
            text.setText(message);
            text.setAlignment(SWT.CENTER);
            text.setWidth(Math.max(1, area.width - 2 * MESSAGE_MARGIN));
            int y = plan.graph().nodes().isEmpty() ? (area.height - text.getBounds().height) / 2 : MESSAGE_MARGIN;
            gc.setForeground(look.colour(Tint.FAINT));
            text.draw(gc, MESSAGE_MARGIN, y);
        } finally {
            text.dispose();
        }
    }
}
