package org.aforo.ui.internal.scenarios;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Asks for a scenario's inputs. */
final class InputsDialog extends TitleAreaDialog {

    private final String scenario;
    private final List<ScenarioInputs.Input> inputs;
    private final Map<String, Text> fields = new LinkedHashMap<>();
    private final Map<String, String> values = new LinkedHashMap<>();

    InputsDialog(Shell parent, String scenario, List<ScenarioInputs.Input> inputs) {
        super(parent);
        this.scenario = scenario;
        this.inputs = inputs;
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        getShell().setText(Messages.inputs_title);
        setTitle(NLS.bind(Messages.inputs_text, scenario));
        Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(3).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        for (ScenarioInputs.Input input : inputs) {
            new Label(area, SWT.NONE).setText(input.name());
            Text field = new Text(area, SWT.BORDER);
            field.setText(input.standard());
            field.setMessage(input.help());
            field.setToolTipText(input.help());
            GridDataFactory.fillDefaults().grab(true, false).hint(320, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER)
                    .applyTo(field);
            fields.put(input.name(), field);
            Button browse = new Button(area, SWT.PUSH);
            browse.setText(Messages.inputs_file);
            browse.addListener(SWT.Selection, e -> {
                String chosen = new FileDialog(getShell(), SWT.OPEN).open();
                if (chosen != null) {
                    field.setText(chosen);
                }
            });
        }
        setMessage(inputs.getFirst().name() + ": " + inputs.getFirst().help());
        fields.forEach((name, field) -> field.addListener(SWT.FocusIn, e -> setMessage(name + ": "
                + field.getToolTipText())));
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, Messages.run_title, true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
    }

    @Override
    protected void okPressed() {
        fields.forEach((name, field) -> values.put(name, field.getText()));
        super.okPressed();
    }

    /** By name. */
    Map<String, String> values() {
        return values;
    }
}
