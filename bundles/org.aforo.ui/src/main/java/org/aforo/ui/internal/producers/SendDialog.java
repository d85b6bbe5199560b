package org.aforo.ui.internal.producers;

import java.util.List;
import java.util.stream.Collectors;

import org.aforo.client.Control;
import org.aforo.client.LiveResource;
import org.aforo.ui.BenchJob;
import org.aforo.ui.Notices;
import org.aforo.ui.internal.resources.Figures;
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

/** Asks what demo data to send, and has the bench send it. */
final class SendDialog extends FieldsDialog {

    private static final int TEMPLATE = 1;

    private final List<LiveResource> sinks;
    private Spinner rate;
    private Combo payload;
    private Text template;
    private Spinner keys;
    private Spinner skew;
    private Spinner total;

    SendDialog(Shell parent, List<LiveResource> sinks) {
        super(parent, Messages.dialog_title, Messages.dialog_ok);
        this.sinks = sinks;
    }

    @Override
    protected void fields(Composite area) {
        setTitle(NLS.bind(Messages.dialog_target,
                sinks.stream().map(sink -> sink.state().name()).collect(Collectors.joining(", "))));
        setMessage(Messages.dialog_message);
        rate = Fields.spinner(area, Messages.rate, 1, 100_000, 100, 0);
        payload = Fields.combo(area, Messages.payload, Messages.payload_ticker, Messages.payload_template);
        payload.addListener(SWT.Selection, event -> check());
        template = Fields.lines(area, Messages.template, Messages.template_usual, SWT.WRAP);
        template.addModifyListener(event -> check());
        GridDataFactory.fillDefaults().grab(true, true).hint(380, 70).applyTo(template);
        new Label(area, SWT.NONE);
        Label help = new Label(area, SWT.WRAP);
        help.setText(Messages.template_help);
        GridDataFactory.fillDefaults().grab(true, false).hint(380, SWT.DEFAULT).applyTo(help);
        keys = Fields.spinner(area, Messages.keys, 1, 1_000_000, 10, 0);
        skew = Fields.spinner(area, Messages.skew, 0, 500, 0, 2);
        total = Fields.spinner(area, Messages.total, 0, Integer.MAX_VALUE, 0, 0);
        check();
    }

    private boolean own() {
        return payload.getSelectionIndex() == TEMPLATE;
    }

    private void check() {
        template.setEnabled(own());
        boolean missing = own() && template.getText().isBlank();
        setErrorMessage(missing ? Messages.wrong_template : null);
        allow(!missing);
    }

    @Override
    protected void okPressed() {
        sinks.forEach(this::start);
        super.okPressed();
    }

    private void start(LiveResource sink) {
        ObjectNode body = Control.object().put("arn", sink.arn()).put("rate", rate.getSelection())
                .put("payload", own() ? "template" : "ticker").put("keys", keys.getSelection())
                .put("skew", skew.getSelection() / 100.0);
        if (own()) {
            body.put("template", template.getText());
        }
        if (total.getSelection() > 0) {
            body.put("total", total.getSelection());
        }
        String text = NLS.bind(Messages.started_text, Figures.rate(rate.getSelection()), sink.state().name());
        BenchJob.run(Messages.starting, monitor -> sink.connection().control().post("/producers", body), answer -> {
            Producers.shared().ask(sink.connection());
            Producers.STEERING.made(Messages.starting, sink.connection(), answer);
            Notices.done(Messages.started, text);
        });
    }
}
