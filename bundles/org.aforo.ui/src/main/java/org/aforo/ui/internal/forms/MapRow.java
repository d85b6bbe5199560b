package org.aforo.ui.internal.forms;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** A map: pairs of key and value, each with a way to remove it, and a way to add one. */
final class MapRow extends Row {

    private static final int KEY = 100;

    private final MapNode node;
    private Button add;
    private Composite pairs;

    MapRow(Form form, FormItem item, MapNode node) {
        super(form, item);
        this.node = node;
    }

    @Override
    Control widget() {
        return add;
    }

    @Override
    void create(Composite parent) {
        label(parent, SWT.CENTER);
        add = Buttons.add(parent, item().label(), () -> {
            node.add("");
            rebuild();
            Buttons.focusLast(pairs);
        });
        field(add, NLS.bind(Messages.addTo, item().label()));
        below(parent);
        pairs = Buttons.box(parent);
        fill();
    }

    private void fill() {
        Buttons.clear(pairs);
        int number = 0;
        for (MapNode.Pair pair : node.pairs()) {
            number++;
            Composite fields = Buttons.box(pairs);
            GridDataFactory.fillDefaults().grab(true, false).applyTo(fields);
            Combo key = new Combo(fields, SWT.DROP_DOWN);
            key.setItems(node.schema().key().values().toArray(String[]::new));
            key.setText(pair.key());
            key.addListener(SWT.Modify, event -> {
                pair.key(key.getText());
                form().changed(item());
            });
            field(key, NLS.bind(Messages.keyOf, item().label(), number));
            GridDataFactory.swtDefaults().hint(KEY, SWT.DEFAULT).align(SWT.FILL, SWT.BEGINNING).applyTo(key);
            Composite value = Buttons.box(fields);
            GridDataFactory.fillDefaults().grab(true, false).applyTo(value);
            form().row(value, FormItem.entry(NLS.bind(Messages.valueOf, item().label(), number), pair.value()));
            Buttons.remove(pairs, item().label(), number, () -> {
                node.remove(pair);
                rebuild();
                add.setFocus();
            });
        }
        form().forgetGone();
        Buttons.hide(pairs, node.pairs().isEmpty());
    }

    private void rebuild() {
        fill();
        form().changed(item());
        form().measure();
    }
}
