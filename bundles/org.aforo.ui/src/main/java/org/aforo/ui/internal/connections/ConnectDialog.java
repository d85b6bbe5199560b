package org.aforo.ui.internal.connections;

import java.net.URI;
import java.util.Optional;

import org.aforo.client.BenchConnection;
import org.aforo.client.Connections;
import org.aforo.client.Control;
import org.aforo.ui.BenchJob;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import tools.jackson.databind.JsonNode;

/** Asks for a bench's name and URL, and tries it while it is typed. */
final class ConnectDialog extends TitleAreaDialog {

    private static final int TYPING = 400;
    private static final String USUAL = "http://localhost:4566";

    private Text name;
    private Text url;
    private Button remember;
    private int tests;

    ConnectDialog(Shell parent) {
        super(parent);
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
        setTitle(Messages.dialog_title);
        setMessage(Messages.dialog_message);
        Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        GridLayoutFactory.swtDefaults().numColumns(2).applyTo(area);
        url = field(area, Messages.dialog_url);
        name = field(area, Messages.dialog_name);
        remember = new Button(area, SWT.CHECK);
        remember.setText(Messages.dialog_remember);
        remember.setSelection(true);
        GridDataFactory.fillDefaults().span(2, 1).applyTo(remember);
        url.setText(USUAL);
        url.selectAll();
        name.setMessage(USUAL);
        Runnable test = this::test;
        url.addModifyListener(event -> {
            tests++;
            check();
            url.getDisplay().timerExec(TYPING, test);
        });
        test();
        return area;
    }

    private static Text field(Composite parent, String label) {
        new Label(parent, SWT.NONE).setText(label);
        Text text = new Text(parent, SWT.BORDER);
        GridDataFactory.fillDefaults().grab(true, false).hint(280, SWT.DEFAULT).applyTo(text);
        return text;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, Messages.dialog_connect, true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
    }

    private Optional<URI> check() {
        Optional<URI> typed = BenchAddress.parse(url.getText());
        setErrorMessage(typed.isPresent() ? null : Messages.test_wrong);
        name.setMessage(typed.map(URI::toString).orElse(""));
        if (getButton(IDialogConstants.OK_ID) != null) {
            getButton(IDialogConstants.OK_ID).setEnabled(typed.isPresent());
        }
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
