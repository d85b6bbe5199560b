package org.aforo.ui.internal.faults;

import org.aforo.client.Control;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import tools.jackson.databind.node.ObjectNode;

/** What each effect of a fault needs to know, one set of fields shown at a time. */
final class EffectFields {

    private static final int MOST_MILLIS = 3_600_000;
    private static final int USUAL_MILLIS = 200;
    private static final int MOST_PLACES = 10_000;
    private static final int USUAL_PLACES = 10;

    private final Composite stack;
    private final Composite none;
    private final Composite latency;
    private final Composite error;
    private final Composite reorder;
    private final Label statusLabel;
    private Spinner least;
    private Spinner most;
    private Text code;
    private Spinner status;
    private Text message;
    private Button done;
    private Spinner places;
    private EffectKind shown = EffectKind.THROTTLE;

    EffectFields(Composite parent, Runnable changed) {
        stack = new Composite(parent, SWT.NONE);
        stack.setLayout(new StackLayout());
        none = new Composite(stack, SWT.NONE);
        latency = fields();
        least = spinner(latency, Messages.minMillis, 0, MOST_MILLIS, USUAL_MILLIS);
        most = spinner(latency, Messages.maxMillis, 1, MOST_MILLIS, USUAL_MILLIS);
        error = fields();
        code = text(error, Messages.code, "InternalFailure");
        statusLabel = new Label(error, SWT.NONE);
        statusLabel.setText(Messages.status);
        status = new Spinner(error, SWT.BORDER);
        status.setValues(500, 400, 599, 0, 1, 100);
        message = text(error, Messages.message, Messages.message_default);
        done = new Button(error, SWT.CHECK);
        done.setText(Messages.done);
        GridDataFactory.fillDefaults().span(2, 1).applyTo(done);
        reorder = fields();
        places = spinner(reorder, Messages.places, 1, MOST_PLACES, USUAL_PLACES);
        least.addModifyListener(event -> changed.run());
        most.addModifyListener(event -> changed.run());
        code.addModifyListener(event -> changed.run());
        show(shown);
    }

    Composite control() {
        return stack;
    }

    private Composite fields() {
        Composite fields = new Composite(stack, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(fields);
        return fields;
    }

    private static Spinner spinner(Composite parent, String label, int from, int to, int value) {
        new Label(parent, SWT.NONE).setText(label);
        Spinner spinner = new Spinner(parent, SWT.BORDER);
        spinner.setValues(value, from, to, 0, 10, 100);
        return spinner;
    }

    private static Text text(Composite parent, String label, String value) {
        new Label(parent, SWT.NONE).setText(label);
        Text text = new Text(parent, SWT.BORDER);
        text.setText(value);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
        return text;
    }

    void show(EffectKind kind) {
        shown = kind;
        ((StackLayout) stack.getLayout()).topControl = switch (kind) {
            case LATENCY -> latency;
            case REORDER -> reorder;
            default -> kind.hasCode() ? error : none;
        };
        statusLabel.setEnabled(kind == EffectKind.FAILURE);
        status.setEnabled(kind == EffectKind.FAILURE);
        if (stack.getLayoutData() instanceof GridData data) {
            data.heightHint = ((StackLayout) stack.getLayout()).topControl == none ? 0 : SWT.DEFAULT;
            stack.getParent().layout();
        }
        stack.layout();
    }

    /** What is wrong with the fields shown, for people; null when nothing is. */
    String problem() {
        if (shown == EffectKind.LATENCY && most.getSelection() < least.getSelection()) {
            return Messages.wrong_max;
        }
        return shown.hasCode() && code.getText().isBlank() ? Messages.wrong_code : null;
    }

    /** As the control API takes it. */
    ObjectNode json() {
        ObjectNode effect = Control.object().put("type", shown.type());
        if (shown == EffectKind.LATENCY) {
            effect.put("minMillis", least.getSelection()).put("maxMillis", most.getSelection());
        }
        if (shown.hasCode()) {
            effect.put("code", code.getText().strip()).put("message", message.getText()).put("done",
                    done.getSelection());
        }
        if (shown == EffectKind.REORDER) {
            effect.put("places", places.getSelection());
        }
        if (shown == EffectKind.FAILURE) {
            effect.put("status", status.getSelection());
        }
        return effect;
    }
}
