package org.aforo.ui.internal.records;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.aforo.client.Control;
import org.aforo.client.LiveResource;
import org.aforo.ui.BenchJob;
import org.aforo.ui.Notices;
import org.aforo.ui.internal.forms.Fields;
import org.aforo.ui.internal.forms.FieldsDialog;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import tools.jackson.core.JacksonException;

/** Asks for one record and sends it to a resource. */
final class SendDialog extends FieldsDialog {

    /** How the data is written. */
    private enum Form {
        TEXT, JSON, BASE64
    }

    /** What was sent last is what is likely sent next. */
    private static String lastKey = "";
    private static String lastData = "";
    private static Form lastForm = Form.JSON;

    private final LiveResource resource;
    private Text key;
    private Text data;
    private Form form = lastForm;

    private SendDialog(Shell shell, LiveResource resource) {
        super(shell, Messages.sendTitle, Messages.send);
        this.resource = resource;
    }

    static void open(Shell shell, LiveResource resource) {
        new SendDialog(shell, resource).open();
    }

    @Override
    protected void fields(Composite area) {
        key = Fields.text(area, Messages.sendKey, lastKey);
        Fields.label(area, Messages.sendForm);
        forms(area);
        data = Fields.lines(area, Messages.sendData, lastData, SWT.H_SCROLL);
        GridDataFactory.fillDefaults().grab(true, true).hint(420, 200).applyTo(data);
        data.addListener(SWT.Modify, event -> check());
        setTitle(NLS.bind(Messages.sendTo, resource.state().name()));
        check();
    }

    @Override
    protected org.eclipse.swt.widgets.Control createContents(Composite parent) {
        org.eclipse.swt.widgets.Control contents = super.createContents(parent);
        data.setFocus();
        return contents;
    }

    private void forms(Composite fields) {
        Composite row = new Composite(fields, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).applyTo(row);
        for (Form one : Form.values()) {
            Button button = new Button(row, SWT.RADIO);
            button.setText(switch (one) {
                case TEXT -> Messages.sendText;
                case JSON -> Messages.sendJson;
                case BASE64 -> Messages.sendBase64;
            });
            button.setSelection(one == form);
            button.addListener(SWT.Selection, event -> {
                if (button.getSelection()) {
                    form = one;
                    check();
                }
            });
        }
    }

    private void check() {
        String wrong = wrong(form.name(), data.getText());
        setMessage(wrong == null ? Messages.sendHelp : wrong,
                wrong == null ? IMessageProvider.NONE : IMessageProvider.ERROR);
        allow(wrong == null);
    }

    /** What is wrong with the data, or null. */
    static String wrong(String form, String text) {
        try {
            switch (Form.valueOf(form)) {
                case JSON -> Control.JSON.readTree(text);
                case BASE64 -> Base64.getMimeDecoder().decode(text);
                case TEXT -> {
                    // Anything goes.
                }
            }
            return text.isBlank() && !form.equals("TEXT") ? Messages.sendEmpty : null;
        } catch (JacksonException e) {
            return NLS.bind(Messages.sendNotJson, e.getOriginalMessage());
        } catch (IllegalArgumentException e) {
            return NLS.bind(Messages.sendNotBase64, e.getMessage());
        }
    }

    @Override
    protected void okPressed() {
        lastKey = key.getText();
        lastData = data.getText();
        lastForm = form;
        byte[] bytes = form == Form.BASE64 ? Base64.getMimeDecoder().decode(lastData)
                : lastData.getBytes(StandardCharsets.UTF_8);
        send(resource, lastKey, bytes);
        super.okPressed();
    }

    /** In the background; how it went goes to the status line. */
    static void send(LiveResource resource, String key, byte[] bytes) {
        BenchJob.run(NLS.bind(Messages.sending, resource.state().name()),
                monitor -> resource.connection().control().post("/records", Control.object()
                        .put("arn", resource.arn()).put("key", key)
                        .put("data", Base64.getEncoder().encodeToString(bytes))),
                answer -> Notices.done(Messages.sendTitle, NLS.bind(Messages.sent, resource.state().name())));
    }
}
