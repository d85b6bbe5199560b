package org.aforo.ui.app.internal;

import org.eclipse.core.runtime.Platform;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWTError;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;

/**
 * The workbench product's application, {@code org.aforo.ui.app.workbench}. Ends with 23 where it is to be started
 * again, as after a change of language; the launcher does that.
 */
public final class WorkbenchApplication implements IApplication {

    private static final Integer FAILED = 1;
    private static final Integer USAGE = 2;
    private static final String SCALE = "swt.autoScale";

    @Override
    public Object start(IApplicationContext context) {
        Arguments arguments;
        try {
            arguments = Arguments.of((String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS));
        } catch (IllegalArgumentException e) {
            return failed(context, USAGE, e.getMessage());
        }
        leaveScale();
        Display display;
        try {
            display = PlatformUI.createDisplay();
        } catch (SWTError | SWTException e) {
            return failed(context, FAILED, Messages.NoDisplay + " (" + e.getMessage() + ")");
        }
        try {
            Workspace workspace = new Workspace(Platform.getInstanceLocation(), arguments.workspace());
            if (!workspace.open(display, context::applicationRunning)) {
                return EXIT_OK;
            }
            int code = PlatformUI.createAndRunWorkbench(display, new BenchWorkbenchAdvisor(arguments));
            return code == PlatformUI.RETURN_RESTART ? EXIT_RESTART : EXIT_OK;
        } finally {
            Platform.getInstanceLocation().release();
            display.dispose();
        }
    }

    /**
     * On GTK, SWT lays out in GTK's own scale whatever it is told: drawing in another one, it fills a part of the window
     * only.
     */
    private static void leaveScale() {
        if (Platform.getWS().equals(Platform.WS_GTK) && System.clearProperty(SCALE) != null) {
            System.err.println("aforo: " + NLS.bind(Messages.NoScale, SCALE));
        }
    }

    private static Integer failed(IApplicationContext context, Integer code, String message) {
        context.applicationRunning();
        System.err.println("aforo: " + message);
        return code;
    }

    @Override
    public void stop() {
        if (!PlatformUI.isWorkbenchRunning()) {
            return;
        }
        IWorkbench workbench = PlatformUI.getWorkbench();
        Display display = workbench.getDisplay();
        display.syncExec(() -> {
            if (!display.isDisposed()) {
                workbench.close();
            }
        });
    }
}
