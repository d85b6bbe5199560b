package org.aforo.ui;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.aforo.client.Listening;
import org.eclipse.jface.action.IStatusLineManager;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

/** What the workbench itself has to tell: one line in the status line, kept for the Events view. */
public final class Notices {

    private static final int KEPT = 500;
    private static final Deque<Notice> LAST = new ArrayDeque<>();
    private static final CopyOnWriteArrayList<Runnable> LISTENERS = new CopyOnWriteArrayList<>();

    /** @param time real time */
    public record Notice(Instant time, boolean error, String title, String text) {
    }

    private Notices() {
    }

    /** Something the user asked for did not work. From any thread. */
    public static void failed(String title, String text) {
        tell(new Notice(Instant.now(), true, title, text));
    }

    /** Something is worth knowing. From any thread. */
    public static void done(String title, String text) {
        tell(new Notice(Instant.now(), false, title, text));
    }

    /** Shows in the status line what the Events view has already, as of a bench. From any thread. */
    public static void line(boolean error, String text) {
        if (PlatformUI.isWorkbenchRunning()) {
            Display.getDefault().asyncExec(() -> show(error, text));
        }
    }

    /** The last few hundred, oldest first. */
    public static synchronized List<Notice> all() {
        return List.copyOf(LAST);
    }

    /** Calls {@code listener} for each, on any thread. */
    public static Listening listen(Runnable listener) {
        LISTENERS.add(listener);
        return () -> LISTENERS.remove(listener);
    }

    private static void tell(Notice notice) {
        synchronized (Notices.class) {
            LAST.addLast(notice);
            if (LAST.size() > KEPT) {
                LAST.removeFirst();
            }
        }
        LISTENERS.forEach(Runnable::run);
        line(notice.error(), notice.title() + ": " + notice.text());
    }

    private static void show(boolean error, String text) {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        IWorkbenchPage page = window == null ? null : window.getActivePage();
        IWorkbenchPart part = page == null ? null : page.getActivePart();
        IStatusLineManager line = part instanceof IViewPart view ? view.getViewSite().getActionBars()
                .getStatusLineManager()
                : page == null ? null : anyStatusLine(page);
        if (line != null) {
            line.setErrorMessage(error ? text : null);
            line.setMessage(error ? null : text);
        }
    }

    private static IStatusLineManager anyStatusLine(IWorkbenchPage page) {
        for (IViewReference reference : page.getViewReferences()) {
            IViewPart view = reference.getView(false);
            if (view != null) {
                return view.getViewSite().getActionBars().getStatusLineManager();
            }
        }
        return null;
    }
}
