package org.aforo.ui.internal.forms;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;

/** A single value: a text, a choice, a check. */
final class ScalarRow extends Row {

    private static final int LINES = 4;
    private static final int WIDTH = 120;

    private final ScalarNode node;
    private Control widget;

    ScalarRow(Form form, FormItem item, ScalarNode node) {
        super(form, item);
        this.node = node;
    }

    @Override
    Control widget() {
        return widget;
    }

    @Override
    void create(Composite parent) {
        if (isCheck()) {
            check(parent);
        } else {
            label(parent, isLong() ? SWT.BEGINNING : SWT.CENTER);
            widget = switch (node.schema().type()) {
                case ENUM -> combo(parent, node.schema().values());
                case BOOLEAN -> combo(parent, List.of("true", "false"));
                default -> item().choice().isPresent() ? choice(parent) : text(parent);
            };
        }
        field(widget, item().label());
        below(parent);
    }

    /** A flag with a preset is on or off; one without may also be left out. */
    private boolean isCheck() {
        return form().inlineHelp() && node.schema().type() == Schema.Type.BOOLEAN
                && (node.text().equals("true") || node.text().equals("false"));
    }

    private boolean isLong() {
        return node.schema().type() == Schema.Type.ANY || node.text().indexOf('\n') >= 0;
    }

    private void check(Composite parent) {
        Button check = new Button(parent, SWT.CHECK);
        check.setText(label().replace("&", "&&"));
        check.setSelection(node.text().equals("true"));
        check.addListener(SWT.Selection, event -> typed(String.valueOf(check.getSelection())));
        GridDataFactory.fillDefaults().span(2, 1).applyTo(check);
        widget = check;
    }

    private Text text(Composite parent) {
        Text text = new Text(parent, SWT.BORDER | (isLong() ? SWT.MULTI | SWT.V_SCROLL : SWT.SINGLE));
        text.setText(node.text());
        text.setMessage(node.schema().type() == Schema.Type.TIME ? Messages.timeHint : node.schema().limits());
        text.addListener(SWT.Modify, event -> typed(text.getText()));
        GridDataFactory.fillDefaults().grab(true, false)
                .hint(WIDTH, isLong() ? text.getLineHeight() * LINES : SWT.DEFAULT).applyTo(text);
        return text;
    }

    private Combo combo(Composite parent, List<String> values) {
        Combo combo = new Combo(parent, SWT.READ_ONLY);
        List<String> items = new ArrayList<>(values);
        if (!node.text().isEmpty() && !items.contains(node.text())) {
            items.add(node.text());
        }
        combo.add(Messages.notSet);
        items.forEach(combo::add);
        combo.select(items.indexOf(node.text()) + 1);
        combo.addListener(SWT.Selection, event -> {
            int chosen = combo.getSelectionIndex();
            typed(chosen <= 0 ? "" : combo.getItem(chosen));
        });
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(combo);
        return combo;
    }

    private Combo choice(Composite parent) {
        Combo combo = new Combo(parent, SWT.DROP_DOWN);
        offer(combo);
        combo.setText(node.text());
        combo.addListener(SWT.FocusIn, event -> offer(combo));
        combo.addListener(SWT.Modify, event -> typed(combo.getText()));
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(combo);
        return combo;
    }

    /** Resources come and go while the form is open. */
    private void offer(Combo combo) {
        List<String> now = form().choices(item().choice().orElseThrow());
        if (!now.equals(List.of(combo.getItems()))) {
            String typed = combo.getText();
            combo.setItems(now.toArray(String[]::new));
            combo.setText(typed);
        }
    }

    private void typed(String text) {
        if (!text.equals(node.text())) {
            node.text(text);
            form().changed(item());
        }
    }
}
