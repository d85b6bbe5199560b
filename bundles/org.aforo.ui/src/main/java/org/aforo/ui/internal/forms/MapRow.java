package org.aforo.ui.internal.forms;

import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;

/** A map: pairs of key and value. */
final class MapRow extends EntriesRow<MapNode.Pair> {

    private static final int KEY = 180;

    private final MapNode node;

    MapRow(Form form, FormItem item, MapNode node) {
        super(form, item);
        this.node = node;
    }

    @Override
    List<MapNode.Pair> entries() {
        return node.pairs();
    }

    @Override
    void add() {
        node.add("");
    }

    @Override
    void remove(MapNode.Pair pair) {
        node.remove(pair);
    }

    @Override
    void create(Composite fields, MapNode.Pair pair, int number) {
        GridDataFactory.fillDefaults().grab(true, false).applyTo(fields);
        Combo key = new Combo(fields, SWT.DROP_DOWN);
        key.setItems(node.schema().key().values().toArray(String[]::new));
        key.setText(pair.key());
        key.addListener(SWT.Modify, event -> {
            pair.key(key.getText());
            form().changed(item());
        });
        field(key, NLS.bind(Messages.keyOf, item().label(), number));
        GridDataFactory.swtDefaults().hint(KEY, SWT.DEFAULT).align(SWT.FILL, SWT.BEGINNING).grab(true, false)
                .applyTo(key);
        Composite value = Buttons.box(fields);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(value);
        form().row(value, FormItem.entry(Messages.value, pair.value()));
        form().widget(pair.value()).ifPresent(
                widget -> Accessibles.name(widget, NLS.bind(Messages.valueOf, item().label(), number)));
    }
}
