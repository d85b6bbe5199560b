package org.aforo.ui.internal.producers;

import java.util.List;
import java.util.stream.Collectors;

import org.aforo.client.Control;
import org.aforo.client.LiveResource;
import org.aforo.ui.BenchJob;
import org.aforo.ui.Notices;
import org.aforo.ui.internal.resources.Figures;
import org.aforo.ui.internal.forms.Fields;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
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
final class SendDialog extends TitleAreaDialog {

    private static final int TEMPLATE = 1;

    private final List<LiveResource> sinks;
    private Spinner rate;
    private Combo payload;
    private Text template;
    private Spinner keys;
    private Spinner skew;
    private Spinner total;

    SendDialog(Shell parent, List<LiveResource> sinks) {
        super(parent);
        this.sinks = sinks;
        setHelpAvailable(false);
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.dialog_title);
    }

    @Override
    protected org.eclipse.swt.widgets.Control createDialogArea(Composite parent) {
        setTitle(NLS.bind(Messages.dialog_target,
                sinks.stream().map(sink -> sink.state().name()).collect(Collectors.joining(", "))));
        setMessage(Messages.dialog_message);
        Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        GridLayoutFactory.swtDefaults().numColumns(2).applyTo(area);
        rate = Fields.spinner(area, Messages.rate, 1, 100_000, 100, 0);
        payload = Fields.combo(area, Messages.payload, Messages.payload_ticker, Messages.payload_template);
        payload.addListener(SWT.Selection, event -> check());
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING)
                .applyTo(Fields.label(area, Messages.template));
        template = new Text(area, SWT.BORDER | SWT.MULTI | SWT.WRAP | SWT.V_SCROLL);
        template.setFont(JFaceResources.getTextFont());
        template.setText(Messages.template_usual);
        template.addModifyListener(event -> check());
        template.addTraverseListener(event -> event.doit |= event.detail == SWT.TRAVERSE_TAB_NEXT
                || event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
        GridDataFactory.fillDefaults().grab(true, true).hint(380, 70).applyTo(template);
        new Label(area, SWT.NONE);
        Label help = new Label(area, SWT.WRAP);
        help.setText(Messages.template_help);
        GridDataFactory.fillDefaults().grab(true, false).hint(380, SWT.DEFAULT).applyTo(help);
        keys = Fields.spinner(area, Messages.keys, 1, 1_000_000, 10, 0);
        skew = Fields.spinner(area, Messages.skew, 0, 500, 0, 2);
        total = Fields.spinner(area, Messages.total, 0, Integer.MAX_VALUE, 0, 0);
        check();
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, Messages.dialog_ok, true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
    }

    private boolean own() {
        return payload.getSelectionIndex() == TEMPLATE;
    }

    private void check() {
        template.setEnabled(own());
        boolean missing = own() && template.getText().isBlank();
        setErrorMessage(missing ? Messages.wrong_template : null);
        if (getButton(IDialogConstants.OK_ID) != null) {
            getButton(IDialogConstants.OK_ID).setEnabled(!missing);
        }
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
