package org.aforo.ui;

import java.util.function.Consumer;

import org.aforo.client.BenchException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

/**
 * Asks a bench in the background, with progress and cancel, and comes back to the UI thread with the answer. A failure
 * goes to the status line and the Events view; nobody is interrupted by a dialog.
 */
public final class BenchJob {

    /** What is asked; may block. */
    @FunctionalInterface
    public interface Question<T> {
        T ask(IProgressMonitor monitor) throws BenchException, InterruptedException;
    }

    private BenchJob() {
    }

    /** Asks, and gives the answer to {@code then} on the UI thread. */
    public static <T> Job run(String name, Question<T> question, Consumer<? super T> then) {
        return run(name, question, then, failure -> Notices.failed(name, failure.getMessage()));
    }

    /** Asks, and gives the answer to {@code then} or the failure to {@code otherwise}, on the UI thread. */
    public static <T> Job run(String name, Question<T> question, Consumer<? super T> then,
            Consumer<BenchException> otherwise) {
        Job job = Job.create(name, monitor -> {
            return ask(question, monitor, then, otherwise);
        });
        job.schedule();
        return job;
    }

    private static <T> IStatus ask(Question<T> question, IProgressMonitor monitor, Consumer<? super T> then,
            Consumer<BenchException> otherwise) {
        try {
            T answer = question.ask(monitor);
            if (!monitor.isCanceled()) {
                onUi(() -> then.accept(answer));
            }
        } catch (BenchException e) {
            onUi(() -> otherwise.accept(e));
        } catch (InterruptedException e) {
            return Status.CANCEL_STATUS;
        }
        return monitor.isCanceled() ? Status.CANCEL_STATUS : Status.OK_STATUS;
    }

    private static void onUi(Runnable runnable) {
        Display display = PlatformUI.isWorkbenchRunning() ? PlatformUI.getWorkbench().getDisplay() : null;
        if (display != null && !display.isDisposed()) {
            display.asyncExec(runnable);
        }
    }
}
