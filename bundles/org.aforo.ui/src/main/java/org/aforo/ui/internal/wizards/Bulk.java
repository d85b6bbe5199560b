package org.aforo.ui.internal.wizards;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.aforo.client.BenchException;
import org.aforo.client.LiveResource;
import org.aforo.ui.Notices;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;

/** Does the same to many resources, one after the other, in one job that can be canceled. */
final class Bulk extends Job {

    /** What is done to each; tells of it when there is something to tell. */
    @FunctionalInterface
    interface Step {
        Optional<String> run(LiveResource resource) throws BenchException;
    }

    private final List<LiveResource> resources;
    private final String summary;
    private final Step step;

    /**
     * Makes one.
     *
     * @param summary what is told in the end, with the number done and the number of all
     */
    Bulk(String title, List<LiveResource> resources, String summary, Step step) {
        super(title);
        this.summary = summary;
        this.resources = resources;
        this.step = step;
        setUser(false);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        SubMonitor progress = SubMonitor.convert(monitor, getName(), resources.size());
        List<String> told = new ArrayList<>();
        int done = 0;
        int failed = 0;
        for (LiveResource resource : resources) {
            if (progress.isCanceled()) {
                break;
            }
            progress.subTask(resource.state().name());
            try {
                step.run(resource).ifPresent(told::add);
                done++;
            } catch (BenchException e) {
                failed++;
                Notices.failed(getName(), NLS.bind(Messages.someFailed, resource.state().name(), Refusals.words(e)));
            }
            progress.worked(1);
        }
        if (failed == 0 && done > 0) {
            Notices.done(getName(), resources.size() == 1 && !told.isEmpty() ? told.get(0)
                    : NLS.bind(summary, done, resources.size()));
        }
        return progress.isCanceled() ? Status.CANCEL_STATUS : Status.OK_STATUS;
    }

    @Override
    protected void canceling() {
        Thread running = getThread();
        if (running != null) {
            running.interrupt();
        }
    }
}
