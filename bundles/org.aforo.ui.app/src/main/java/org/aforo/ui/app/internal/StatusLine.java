package org.aforo.ui.app.internal;

import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.eclipse.jface.action.IStatusLineManager;
import org.eclipse.ui.PlatformUI;

/** The status lines of all windows. */
final class StatusLine {

    private static final CopyOnWriteArrayList<IStatusLineManager> LINES = new CopyOnWriteArrayList<>();

    private StatusLine() {
    }

    static void add(IStatusLineManager line) {
        LINES.add(line);
    }

    static void remove(IStatusLineManager line) {
        LINES.remove(line);
    }

    /** Shows a message; from any thread. */
    static void tell(String message) {
        everywhere(line -> line.setMessage(message));
    }

    /** Shows what went wrong; from any thread. */
    static void fail(String message) {
        everywhere(line -> line.setErrorMessage(message));
    }

    private static void everywhere(Consumer<IStatusLineManager> change) {
        if (PlatformUI.isWorkbenchRunning()) {
            PlatformUI.getWorkbench().getDisplay().asyncExec(() -> LINES.forEach(change));
        }
    }
}
