package org.aforo.ui.internal.records;

import java.util.Map;
import java.util.Optional;

import org.aforo.ui.internal.resources.Figures;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.TabFolder;
import org.eclipse.swt.widgets.TabItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/** All of one record: as JSON, text and bytes, the records within it, and what else is told of it. */
final class DetailPane {

    private final Composite area;
    private final TabFolder folder;
    private final DataPane json;
    private final DataPane text;
    private final DataPane hex;
    private final Table parts;
    private final DataPane part;
    private final Table attributes;
    private final Label summary;
    private PeekedRecord shown;
    private String sought = "";
    private boolean chosen;

    DetailPane(Composite parent) {
        area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(area);
        folder = new TabFolder(area, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(folder);
        json = new DataPane(folder, Messages.tabJson);
        tab(Messages.tabJson, json.control());
        text = new DataPane(folder, Messages.tabText);
        tab(Messages.tabText, text.control());
        hex = new DataPane(folder, Messages.tabHex);
        tab(Messages.tabHex, hex.control());
        SashForm within = new SashForm(folder, SWT.HORIZONTAL);
        parts = table(within, Messages.columnKey, Messages.columnHashKey, Messages.columnSize);
        part = new DataPane(within, Messages.tabParts);
        within.setWeights(45, 55);
        tab(Messages.tabParts, within);
        attributes = table(folder, Messages.columnAttribute, Messages.columnValue);
        tab(Messages.tabDetails, attributes);
        summary = new Label(area, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).indent(6, 2).applyTo(summary);
        parts.addListener(SWT.Selection, event -> showPart());
        folder.addListener(SWT.Selection, event -> {
            chosen = true;
            fill();
        });
    }

    private void tab(String title, Control control) {
        TabItem item = new TabItem(folder, SWT.NONE);
        item.setText(title);
        item.setControl(control);
    }

    private static Table table(Composite parent, String... titles) {
        Table table = new Table(parent, SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL);
        table.setHeaderVisible(true);
        for (String title : titles) {
            TableColumn column = new TableColumn(table, SWT.LEFT);
            column.setText(title);
            column.setWidth(150);
        }
        return table;
    }

    Control control() {
        return area;
    }

    /** Shows a record, or nothing; {@code mark} is searched for, in lower case. */
    void show(PeekedRecord record, String mark) {
        if (record == shown && mark.equals(sought)) {
            return;
        }
        shown = record;
        sought = mark;
        if (record != null && !chosen) {
            folder.setSelection(usual(record));
        }
        summary.setText(record == null ? "" : Texts.summary(record));
        fill();
    }

    /** The tab that tells most, until another was chosen. */
    private static int usual(PeekedRecord record) {
        if (!record.parts().isEmpty()) {
            return 3;
        }
        Decoded decoded = Decoded.of(record.data(), record.truncated());
        return JsonText.of(decoded.text()).isPresent() ? 0 : decoded.binary() ? 2 : 1;
    }

    /** Only what is seen is filled. */
    private void fill() {
        if (shown == null) {
            json.plain("", "");
            text.plain("", "");
            hex.plain("", "");
            part.plain("", "");
            parts.removeAll();
            attributes.removeAll();
            return;
        }
        switch (folder.getSelectionIndex()) {
            case 0 -> showJson(json, shown.data(), shown.truncated());
            case 1 -> text.plain(Decoded.of(shown.data(), shown.truncated()).text().replace('\0', '\u2400'), sought);
            case 2 -> hex.plain(HexDump.of(shown.data()), "");
            case 3 -> fillParts();
            default -> fillAttributes();
        }
    }

    private void showJson(DataPane pane, byte[] data, boolean cut) {
        String plain = Decoded.of(data, cut).text();
        Optional<JsonText> value = JsonText.of(plain);
        pane.json(value, cut ? Messages.notJsonCut : Messages.notJson, sought);
    }

    private void fillParts() {
        parts.removeAll();
        for (PeekedRecord.Part one : shown.parts()) {
            new TableItem(parts, SWT.NONE)
                    .setText(new String[] {one.key(), one.explicitHashKey(), Figures.bytes(one.size())});
        }
        if (shown.parts().isEmpty()) {
            part.plain(Messages.noParts, "");
        } else {
            parts.setSelection(0);
            showPart();
        }
    }

    private void showPart() {
        int index = parts.getSelectionIndex();
        if (shown != null && index >= 0 && index < shown.parts().size()) {
            PeekedRecord.Part one = shown.parts().get(index);
            Decoded decoded = Decoded.of(one.data(), one.data().length < one.size());
            part.json(JsonText.of(decoded.text()), decoded.binary() ? HexDump.of(one.data()) : decoded.text(), sought);
        }
    }

    private void fillAttributes() {
        attributes.removeAll();
        row(Messages.columnKey, shown.key());
        row(Messages.columnPartition, shown.partition());
        row(Messages.columnTime, shown.time().toString());
        row(Messages.columnSize, Long.toString(shown.size()));
        for (Map.Entry<String, String> entry : shown.attributes().entrySet()) {
            row(entry.getKey(), entry.getValue());
        }
        row(Messages.position, shown.position());
        for (TableColumn column : attributes.getColumns()) {
            column.pack();
        }
    }

    private void row(String name, String value) {
        if (!value.isEmpty()) {
            new TableItem(attributes, SWT.NONE).setText(new String[] {name, value});
        }
    }
}
