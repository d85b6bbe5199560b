package org.aforo.ui.internal.faults;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.aforo.client.BenchConnection;
import org.aforo.client.Control;
import org.aforo.ui.BenchJob;
import org.aforo.ui.Notices;
import org.aforo.ui.internal.forms.Fields;
import org.aforo.ui.internal.forms.FieldsDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import tools.jackson.databind.node.ObjectNode;

/** Asks for a fault, and injects it in the background. */
final class InjectDialog extends FieldsDialog {

    private static final int MOST_SECONDS = 30 * 24 * 3600;

    private final FaultTarget target;
    private Combo effect;
    private Combo operation;
    private Text resource;
    private Spinner rate;
    private Spinner seed;
    private Spinner lasts;
    private EffectFields effectFields;

    InjectDialog(Shell parent, FaultTarget target) {
        super(parent, Messages.inject_title, Messages.inject_ok);
        this.target = target;
    }

    @Override
    protected void fields(Composite area) {
        setTitle(NLS.bind(Messages.inject_target,
                target.resource().equals("*") ? target.service() : target.resource()));
        effect = Fields.combo(area, Messages.effect,
                Arrays.stream(EffectKind.values()).map(EffectKind::label).toArray(String[]::new));
        new Label(area, SWT.NONE);
        effectFields = new EffectFields(area, this::check);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(effectFields.control());
        operation = Fields.combo(area, Messages.operation, Messages.operation_any);
        resource = Fields.text(area, Messages.resource, target.resource());
        GridDataFactory.fillDefaults().grab(true, false).hint(360, SWT.DEFAULT).applyTo(resource);
        rate = Fields.spinner(area, Messages.rate, 1, 1000, 1000, 1);
        lasts = Fields.spinner(area, Messages.lasts, 0, MOST_SECONDS, 0, 0);
        seed = Fields.spinner(area, Messages.seed, 0, Integer.MAX_VALUE, 0, 0);
        effect.addListener(SWT.Selection, event -> showEffect());
        showEffect();
        askOperations();
    }

    private void askOperations() {
        BenchConnection bench = target.connection();
        BenchJob.run(Messages.asking_operations, monitor -> {
            List<String> names = new ArrayList<>();
            bench.control().get("/api").path("services").path(target.service())
                    .forEach(name -> names.add(name.asString()));
            return names;
        }, names -> {
            if (!operation.isDisposed()) {
                names.forEach(operation::add);
            }
        });
    }

    private EffectKind kind() {
        return EffectKind.values()[Math.max(0, effect.getSelectionIndex())];
    }

    private void showEffect() {
        effectFields.show(kind());
        setMessage(kind().help());
        check();
    }

    private void check() {
        String problem = effectFields.problem();
        setErrorMessage(problem);
        allow(problem == null);
    }

    @Override
    protected void okPressed() {
        ObjectNode body = Control.object().put("service", target.service())
                .put("operation", operation.getSelectionIndex() <= 0 ? "*" : operation.getText())
                .put("resource", resource.getText().isBlank() ? "*" : resource.getText().strip())
                .put("rate", rate.getSelection() / 1000.0).put("seed", seed.getSelection());
        body.set("effect", effectFields.json());
        if (lasts.getSelection() > 0) {
            body.put("lastsSeconds", lasts.getSelection());
        }
        BenchConnection bench = target.connection();
        BenchJob.run(Messages.injecting, monitor -> bench.control().post("/faults", body), answer -> {
            ActiveFaults.shared().ask(bench);
            Removing.FAULTS.made(Messages.injecting, bench, answer);
            Notices.done(Messages.injected, ActiveFault.of(bench, answer).summary());
        });
        super.okPressed();
    }
}
