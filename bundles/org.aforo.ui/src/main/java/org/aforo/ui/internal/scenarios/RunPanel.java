package org.aforo.ui.internal.scenarios;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.swt.widgets.Text;

/** One scenario's run: how far it is, its expectations ticked off, what it says. */
final class RunPanel {

    private static final int PARTS = 1000;

    private final Composite box;
    private final SashForm sash;
    private final Label heading;
    private final ProgressBar progress;
    private final ExpectationTable expectations;
    private final Text view;
    private final Text log;
    private Optional<Path> file = Optional.empty();
    private Run shown;
    private long logged;

    RunPanel(Composite parent) {
        box = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(6, 4).applyTo(box);
        heading = new Label(box, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(heading);
        progress = new ProgressBar(box, SWT.HORIZONTAL);
        progress.setMaximum(PARTS);
        progress.getAccessible().addAccessibleListener(new NamedControl(Messages.progress_name));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(progress);
        sash = new SashForm(box, SWT.VERTICAL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
        expectations = new ExpectationTable(sash);
        SashForm told = new SashForm(sash, SWT.HORIZONTAL);
        view = new Text(told, SWT.READ_ONLY | SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL | SWT.BORDER);
        view.setFont(JFaceResources.getTextFont());
        view.getAccessible().addAccessibleListener(new NamedControl(Messages.view_name));
        log = new Text(told, SWT.READ_ONLY | SWT.MULTI | SWT.V_SCROLL | SWT.WRAP | SWT.BORDER);
        log.setFont(JFaceResources.getTextFont());
        log.getAccessible().addAccessibleListener(new NamedControl(Messages.log_name));
        sash.setWeights(3, 2);
        update();
    }

    void show(Optional<Path> chosen) {
        file = chosen;
        update();
    }

    void update() {
        Optional<Run> run = file.flatMap(Runs.shared()::of);
        if (run.isEmpty()) {
            shown = null;
            heading.setText(file.map(RunPanel::before).orElse(Messages.none_selected));
            progress.setSelection(0);
            expectations.show(List.of());
            view.setText("");
            log.setText("");
            sash.setMaximizedControl(sash.getChildren()[0]);
            return;
        }
        show(run.get());
    }

    /** What is known of a file that wasn't run since the workbench was opened. */
    private static String before(Path file) {
        return Names.base(file) + " \u2013 " + Runs.shared().result(file).map(Results.Entry::state)
                .map(ScenarioLabels::text).orElse(Messages.never_run);
    }

    private void show(Run run) {
        if (run != shown) {
            shown = run;
            logged = -1;
            sash.setMaximizedControl(null);
        }
        Run.State state = run.state();
        heading.setText(run.name() + " \u2013 " + ScenarioLabels.text(state));
        progress.setState(state == Run.State.FAILED || state == Run.State.BROKEN ? SWT.ERROR : SWT.NORMAL);
        progress.setSelection((int) (run.fraction() * PARTS));
        expectations.show(run.expected());
        String lines = String.join(Text.DELIMITER, run.view());
        if (!lines.equals(view.getText())) {
            view.setText(lines);
        }
        long now = run.logged();
        if (now != logged) {
            logged = now;
            log.setText(String.join(Text.DELIMITER, run.log()));
            log.setTopIndex(log.getLineCount());
        }
    }
}
