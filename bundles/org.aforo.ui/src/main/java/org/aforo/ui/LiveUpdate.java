package org.aforo.ui;

import java.util.concurrent.atomic.AtomicBoolean;

import org.aforo.client.Connections;
import org.aforo.client.Listening;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;

/**
 * Repaints a part as the benches change: at most every {@code millis}, with one update pending, however fast the
 * benches are, and not while nobody sees it: once it comes into sight. Made and closed on the UI thread; ends by itself
 * when the control is disposed.
 */
public final class LiveUpdate implements AutoCloseable {

    /** How soon a part that comes into sight is brought up to date. */
    private static final int UNSEEN = 300;
    /** Parts are brought up to date together, so that the screen is painted once for all of them. */
    private static final int GRID = 100;

    private final Control control;
    private final Display display;
    private final int millis;
    private final Runnable update;
    private final AtomicBoolean pending = new AtomicBoolean();
    private final Listening changes;
    private final Listening connections;
    private volatile boolean closed;
    private boolean ran;

    private LiveUpdate(Control control, int millis, Runnable update) {
        this.control = control;
        this.display = control.getDisplay();
        this.millis = millis;
        this.update = update;
        this.changes = Connections.shared().listen(change -> request());
        this.connections = Connections.shared().watch(this::request);
        control.addDisposeListener(gone -> close());
        request();
    }

    /** Calls {@code update} on the UI thread after anything changed on any bench, while {@code control} lives. */
    public static LiveUpdate of(Control control, int millis, Runnable update) {
        return new LiveUpdate(control, millis, update);
    }

    /** Asks for an update, from any thread. */
    public void request() {
        if (!closed && !display.isDisposed() && pending.compareAndSet(false, true)) {
            display.asyncExec(() -> {
                if (!closed && !display.isDisposed()) {
                    display.timerExec(aligned(millis), this::run);
                }
            });
        }
    }

    private static int aligned(int millis) {
        long due = System.nanoTime() / 1_000_000 + millis;
        return millis + (int) (GRID - Math.floorMod(due, GRID)) % GRID;
    }

    private void run() {
        if (closed || control.isDisposed()) {
            return;
        }
        if (ran && !control.getParent().isVisible()) { // the control itself may give way to a note or a table
            display.timerExec(aligned(UNSEEN), this::run);
            return;
        }
        ran = true;
        pending.set(false);
        update.run();
    }

    @Override
    public void close() {
        closed = true;
        changes.close();
        connections.close();
    }
}
