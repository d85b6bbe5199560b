package org.aforo.ui.internal.connections;

import java.net.URI;
import java.util.Optional;

import org.aforo.client.BenchConnection;
import org.aforo.client.Connections;
import org.aforo.client.Control;
import org.aforo.ui.BenchJob;
import org.aforo.ui.internal.forms.Fields;
import org.aforo.ui.internal.forms.FieldsDialog;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import tools.jackson.databind.JsonNode;

/** Asks for a bench's name and URL, and tries it while it is typed. */
final class ConnectDialog extends FieldsDialog {

    private static final int TYPING = 400;
    private static final String USUAL = "http://localhost:4566";

    private Text name;
    private Text url;
    private Button remember;
    private int tests;

    ConnectDialog(Shell parent) {
        super(parent, Messages.dialog_title, Messages.dialog_connect);
    }

    @Override
    protected void fields(Composite area) {
        setTitle(Messages.dialog_title);
        setMessage(Messages.dialog_message);
        url = Fields.text(area, Messages.dialog_url, USUAL);
        GridDataFactory.fillDefaults().grab(true, false).hint(280, SWT.DEFAULT).applyTo(url);
        name = Fields.text(area, Messages.dialog_name, "");
        remember = new Button(area, SWT.CHECK);
        remember.setText(Messages.dialog_remember);
        remember.setSelection(true);
        GridDataFactory.fillDefaults().span(2, 1).applyTo(remember);
        url.selectAll();
        name.setMessage(USUAL);
        Runnable test = this::test;
        url.addModifyListener(event -> {
            tests++;
            check();
            url.getDisplay().timerExec(TYPING, test);
        });
        test();
    }

    private Optional<URI> check() {
        Optional<URI> typed = BenchAddress.parse(url.getText());
        setErrorMessage(typed.isPresent() ? null : Messages.test_wrong);
        name.setMessage(typed.map(URI::toString).orElse(""));
        allow(typed.isPresent());
        return typed;
    }

    private void test() {
        if (url.isDisposed()) {
            return;
        }
        check().ifPresent(uri -> {
            int mine = ++tests;
            setMessage(NLS.bind(Messages.test_under_way, uri));
            BenchJob.run(Messages.test_job, monitor -> {
                try (Control control = new Control(uri)) {
                    return control.get("/health");
                }
            }, answer -> tell(mine, () -> good(answer)), failure -> tell(mine, () -> setMessage(
                    NLS.bind(Messages.test_bad, failure.getMessage()), IMessageProvider.WARNING)));
        });
    }

    private void tell(int test, Runnable what) {
        if (test == tests && !url.isDisposed()) {
            what.run();
        }
    }

    private void good(JsonNode health) {
        if (health.path("services").isArray()) {
            setMessage(NLS.bind(Messages.test_good, health.path("version").asString(""),
                    health.path("services").size()), IMessageProvider.INFORMATION);
        } else {
            setMessage(Messages.test_other, IMessageProvider.WARNING);
        }
    }

    @Override
    protected void okPressed() {
        check().ifPresent(uri -> {
            String called = name.getText().isBlank() ? uri.toString() : name.getText().strip();
            BenchConnection connection = Connections.shared().connect(called, uri, false);
            if (remember.getSelection() && !connection.embedded()) {
                RememberedConnections.add(connection);
            }
            super.okPressed();
        });
    }
}
