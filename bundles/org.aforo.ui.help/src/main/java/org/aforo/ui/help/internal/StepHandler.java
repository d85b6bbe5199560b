package org.aforo.ui.help.internal;

import java.util.Locale;
import java.util.Optional;

import org.aforo.client.LiveResource;
import org.aforo.ui.BenchJob;
import org.aforo.ui.Notices;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;

/** Does a step of the tour in the background, then shows what came of it. */
public final class StepHandler extends AbstractHandler {

    static final String COMMAND = "org.aforo.ui.help.step";
    static final String STEP = "org.aforo.ui.help.step.name";

    private static final String RESOURCES = "org.aforo.ui.resources";
    private static final int TRIES = 30;
    private static final long LOOK_MILLIS = 100;

    @Override
    public Object execute(ExecutionEvent event) {
        Step step = Step.valueOf(event.getParameter(STEP).toUpperCase(Locale.ROOT));
        IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindow(event).getActivePage();
        Optional<Lab> lab = Lab.find();
        if (lab.isEmpty()) {
            Notices.failed(Messages.tour, Messages.no_bench);
            return null;
        }
        BenchJob.run(Messages.tour, monitor -> {
            Step.Outcome outcome = step.act(lab.get());
            return new Done(outcome.answer(), awaited(outcome));
        }, done -> {
            IWorkbenchPart tour = page.getActivePart();
            show(page, step, done);
            if (tour != null && page.isPartVisible(tour)) {
                page.activate(tour); // the next step is pressed there
            }
        });
        return null;
    }

    private record Done(Optional<Answer> answer, Optional<LiveResource> resource) {
    }

    /** What was just made is told by the bench's feed a moment later. */
    private static Optional<LiveResource> awaited(Step.Outcome outcome) throws InterruptedException {
        if (outcome.subject().isEmpty()) {
            return Optional.empty();
        }
        Optional<LiveResource> found = outcome.subject().get().find();
        for (int i = 0; found.isEmpty() && i < TRIES; i++) {
            Thread.sleep(LOOK_MILLIS);
            found = outcome.subject().get().find();
        }
        return found;
    }

    private static void show(IWorkbenchPage page, Step step, Done done) {
        try {
            done.resource().ifPresent(StepHandler::select);
            IViewPart view = page.showView(step.view(), null, IWorkbenchPage.VIEW_VISIBLE);
            done.answer().ifPresent(answer -> ((AnswerView) view).show(answer));
        } catch (PartInitException e) {
            Notices.failed(Messages.tour, e.getMessage());
        }
    }

    /** Selects it in the Resources view, which is made active so that the other views follow. */
    private static void select(LiveResource resource) {
        IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
        try {
            IViewPart resources = page.showView(RESOURCES);
            ISelectionProvider provider = resources.getSite().getSelectionProvider();
            if (provider != null) {
                provider.setSelection(new StructuredSelection(resource));
            }
        } catch (PartInitException e) {
            Notices.failed(Messages.tour, e.getMessage());
        }
    }
}
