package org.aforo.ui.internal.console;

import java.util.function.Consumer;

import org.aforo.client.BenchException;
import org.aforo.client.Control;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.osgi.util.NLS;
import tools.jackson.databind.JsonNode;

/** A call on its way; canceling it ends the wait. */
final class CallJob extends Job {

    private static final double MILLION = 1e6;

    private final Control control;
    private final String service;
    private final String operation;
    private final JsonNode input;
    private final Consumer<Answer> then;
    private volatile boolean begun;

    /** Gives the answer to {@code then}, on the job's thread. */
    CallJob(Control control, String service, String operation, JsonNode input, Consumer<Answer> then) {
        super(NLS.bind(Messages.calling, operation));
        this.control = control;
        this.service = service;
        this.operation = operation;
        this.input = input;
        this.then = then;
        addJobChangeListener(new JobChangeAdapter() {
            @Override
            public void done(IJobChangeEvent event) {
                if (!begun) { // canceled while it waited for a thread
                    then.accept(Answer.canceled(0));
                }
            }
        });
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        begun = true;
        long start = System.nanoTime();
        Answer answer;
        try {
            JsonNode json = control.call(service, operation, input);
            answer = Answer.of(json, (System.nanoTime() - start) / MILLION);
        } catch (BenchException e) {
            double millis = (System.nanoTime() - start) / MILLION;
            answer = monitor.isCanceled() ? Answer.canceled(millis) : Answer.of(e, millis);
        }
        // an interrupt that came late must not stay with the thread
        Thread.interrupted();
        then.accept(answer);
        return monitor.isCanceled() ? Status.CANCEL_STATUS : Status.OK_STATUS;
    }

    @Override
    protected void canceling() {
        Thread running = getThread();
        if (running != null) {
            running.interrupt();
        }
    }
}
