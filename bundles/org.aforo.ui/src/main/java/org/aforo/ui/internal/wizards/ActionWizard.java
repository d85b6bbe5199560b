package org.aforo.ui.internal.wizards;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.aforo.client.BenchConnection;
import org.aforo.client.BenchException;
import org.aforo.client.LiveResource;
import org.aforo.ui.Notices;
import org.aforo.ui.internal.console.ApiCall;
import org.aforo.ui.internal.forms.Choices;
import org.aforo.ui.internal.forms.LiveValidation;
import org.aforo.ui.internal.forms.Schema;
import org.aforo.ui.internal.forms.Verdict;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.osgi.util.NLS;

/** Makes or changes a resource: the pages that the service hints at, then a review. Stays open when AWS refuses. */
public final class ActionWizard extends Wizard {

    private final BenchConnection bench;
    private final BenchAction action;
    private final Schema takes;
    private final Schema gives;
    private final ActionForm input;
    private final LiveValidation validation;
    private final List<ActionPage> sheets = new ArrayList<>();
    private ReviewPage review;
    private Verdict verdict = Verdict.VALID;

    /**
     * Makes one.
     *
     * @param subject what is changed; empty for something new
     */
    public ActionWizard(BenchConnection bench, BenchAction action, Schema takes, Schema gives,
            Optional<LiveResource> subject) {
        this.bench = bench;
        this.action = action;
        this.takes = takes;
        this.gives = gives;
        this.input = new ActionForm(action, takes, subject);
        this.validation = new LiveValidation(Messages.checking, this::judged, this::unchecked);
        setWindowTitle(subject.map(resource -> NLS.bind(Messages.subject, action.title(), resource.state().name()))
                .orElse(action.title()));
        setNeedsProgressMonitor(true);
    }

    @Override
    public void addPages() {
        for (ActionForm.Sheet sheet : input.sheets()) {
            ActionPage page = new ActionPage(this, sheet, sheets.size(), Choices.of(bench));
            sheets.add(page);
            addPage(page);
        }
        review = new ReviewPage(this, action.operation());
        addPage(review);
        changed();
    }

    /** What is filled in. */
    ActionForm input() {
        return input;
    }

    /** The call as it would be made now. */
    ApiCall call() {
        return new ApiCall(bench.endpoint(), action.service(), action.operation(), input.json(), takes, gives);
    }

    /** After something was filled in. */
    void changed() {
        validation.request(bench.control(), action.service(), action.operation(), input.json());
    }

    private void judged(Verdict now) {
        verdict = now;
        show();
    }

    /** The bench can't say: people may go on, it will say so when it is called. */
    private void unchecked(BenchException why) {
        verdict = Verdict.VALID;
        show();
        review.refuse(NLS.bind(Messages.notChecked, why.getMessage()));
    }

    private void show() {
        if (getContainer() != null && getShell() != null && !getShell().isDisposed()) {
            sheets.forEach(page -> page.show(input, verdict));
            review.show(input, verdict);
            getContainer().updateButtons();
        }
    }

    @Override
    public boolean performFinish() {
        Set<String> before = Reveal.arns(bench);
        BenchCall call = new BenchCall(bench, action, input.json());
        try {
            getContainer().run(true, true, call);
        } catch (InvocationTargetException e) {
            refuse(e.getCause() instanceof BenchException refused ? Refusals.words(refused)
                    : String.valueOf(e.getCause()));
            return false;
        } catch (InterruptedException e) {
            refuse(Messages.canceled);
            return false;
        }
        Notices.done(action.title(), NLS.bind(Messages.done, action.operation()));
        if (action.role() == BenchAction.Role.CREATE) {
            Reveal.whenThere(bench, action.service(), action.kind(), before);
        }
        return true;
    }

    private void refuse(String words) {
        IWizardPage page = getContainer().getCurrentPage();
        if (page instanceof ActionPage sheet) {
            sheet.refuse(words);
        } else {
            review.refuse(words);
        }
    }

    @Override
    public void dispose() {
        validation.close();
        super.dispose();
    }
}
