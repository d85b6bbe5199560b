package org.aforo.ui.app.internal;

import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.css.swt.theme.ITheme;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.PlatformUI;

/** The light and the dark theme. Unless the user chose one, the workbench follows the system. */
final class Themes {

    static final String LIGHT = "org.eclipse.e4.ui.css.theme.e4_default";
    static final String DARK = "org.eclipse.e4.ui.css.theme.e4_dark";

    private static final int WAIT_MILLIS = 50;
    private static final int WAITS = 60;
    private static final int MIDDLE = 3 * 128;

    private Themes() {
    }

    /** Whether the dark theme is shown; on the UI thread. */
    static boolean dark() {
        ITheme active = engine().getActiveTheme();
        return active != null && active.getId().startsWith(DARK);
    }

    /** Shows a theme in every window, now and after the next start; on the UI thread. */
    static void show(String id) {
        engine().setTheme(id, true);
    }

    /**
     * Keeps rows of tables and trees out of styling: they take their colours from their table or tree. The engine would
     * keep hold of every row it has styled and touch it again when the theme changes, when on GTK it may be gone.
     */
    static void leaveRows(Display display) {
        display.addFilter(SWT.Skin, event -> {
            if (event.widget instanceof TableItem || event.widget instanceof TreeItem) {
                event.type = SWT.None;
            }
        });
    }

    /**
     * Keeps the light theme clean: it sets few colours, so what the dark one set would stay. From now on colours are
     * taken off every control when it is shown, before it sets its own.
     */
    static void follow() {
        Display display = PlatformUI.getWorkbench().getDisplay();
        PlatformUI.getWorkbench().getService(IEventBroker.class).subscribe(IThemeEngine.Events.THEME_CHANGED,
                event -> clean(display, WAITS));
    }

    /** The system's own colours, which controls without one take, follow a moment after the theme on GTK. */
    private static void clean(Display display, int waits) {
        if (display.isDisposed() || dark()) {
            return;
        }
        if (isDark(display.getSystemColor(SWT.COLOR_LIST_BACKGROUND)) && waits > 0) {
            display.timerExec(WAIT_MILLIS, () -> clean(display, waits - 1));
            return;
        }
        for (Shell shell : display.getShells()) {
            plain(shell);
            engine().applyStyles(shell, true);
        }
    }

    private static boolean isDark(Color color) {
        return color.getRed() + color.getGreen() + color.getBlue() < MIDDLE;
    }

    /** Takes a control's colours off. One that has none keeps what GTK gave it before, unless it is given some first. */
    private static void plain(Control control) {
        Color any = control.getDisplay().getSystemColor(SWT.COLOR_DARK_MAGENTA);
        control.setForeground(any);
        control.setForeground(null);
        control.setBackground(any);
        control.setBackground(null);
        if (control instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                plain(child);
            }
        }
    }

    private static IThemeEngine engine() {
        return PlatformUI.getWorkbench().getService(IThemeEngine.class);
    }
}
