package org.aforo.ui.internal.forms;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.aforo.client.BenchException;
import org.aforo.client.Control;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import tools.jackson.databind.JsonNode;

/**
 * Has the bench check what is typed, once there was no more for a moment; only the last answer counts. What it says
 * comes on the UI thread. Made, asked and closed there.
 */
public final class LiveValidation implements AutoCloseable {

    private static final long PAUSE = 300;

    private final Display display = Display.getCurrent();
    private final Consumer<Verdict> told;
    private final Consumer<BenchException> trouble;
    private final AtomicReference<Question> latest = new AtomicReference<>();
    private final Job job;

    /** What is to be checked. */
    private record Question(Control control, String service, String operation, JsonNode input) {

        Verdict ask() throws BenchException {
            return Verdict.of(control.post("/api/" + Control.encode(service) + '/' + Control.encode(operation)
                    + "/validate", input));
        }
    }

    /** Gives verdicts to {@code told}, and why there are none to {@code trouble}. */
    public LiveValidation(String name, Consumer<Verdict> told, Consumer<BenchException> trouble) {
        this.told = told;
        this.trouble = trouble;
        this.job = new Job(name) {
            @Override
            protected IStatus run(IProgressMonitor monitor) {
                check();
                return Status.OK_STATUS;
            }
        };
        job.setSystem(true);
    }

    /** Asks for a check of what is there now. */
    public void request(Control control, String service, String operation, JsonNode input) {
        latest.set(new Question(control, service, operation, input));
        job.cancel();
        job.schedule(PAUSE);
    }

    private void check() {
        Question question = latest.get();
        if (question == null) {
            return;
        }
        try {
            Verdict verdict = question.ask();
            later(question, () -> told.accept(verdict));
        } catch (BenchException e) {
            later(question, () -> trouble.accept(e));
        }
    }

    private void later(Question question, Runnable runnable) {
        if (!display.isDisposed()) {
            display.asyncExec(() -> {
                if (latest.get() == question) {
                    runnable.run();
                }
            });
        }
    }

    @Override
    public void close() {
        latest.set(null);
        job.cancel();
    }
}
