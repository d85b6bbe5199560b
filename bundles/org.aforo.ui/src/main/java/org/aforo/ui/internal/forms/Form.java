package org.aforo.ui.internal.forms;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/**
 * Fields on the screen, in one column that scrolls: a label, the field, AWS's words below it where they are about it.
 * What is typed is in the nodes at once. UI thread only.
 */
public final class Form {

    private static final int MARGIN = 6;

    private final ScrolledComposite scrolled;
    private final boolean inlineHelp;
    private final Choices choices;
    private final Map<FormNode, Row> rows = new IdentityHashMap<>();
    private final List<Consumer<FormItem>> changed = new ArrayList<>();
    private Consumer<FormItem> focused = item -> {
    };
    private Composite content;

    /**
     * Makes an empty one.
     *
     * @param inlineHelp whether each field's help stands below it
     */
    public Form(Composite parent, boolean inlineHelp, Choices choices) {
        this.inlineHelp = inlineHelp;
        this.choices = choices;
        scrolled = new ScrolledComposite(parent, SWT.V_SCROLL);
        scrolled.setExpandHorizontal(true);
        scrolled.setExpandVertical(true);
        scrolled.setShowFocusedControl(true);
        scrolled.addListener(SWT.Resize, event -> measure());
        content = new Composite(scrolled, SWT.NONE);
        scrolled.setContent(content);
    }

    public Control control() {
        return scrolled;
    }

    /** Calls {@code listener} after something was typed, added or removed, with the field. */
    public void onChange(Consumer<FormItem> listener) {
        changed.add(listener);
    }

    /** Calls {@code listener} when a field gets the focus. */
    public void onFocus(Consumer<FormItem> listener) {
        focused = listener;
    }

    /** Shows these fields and no others. */
    public void show(List<FormItem> items) {
        rows.clear();
        content.dispose();
        content = new Composite(scrolled, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(MARGIN, MARGIN).applyTo(content);
        if (items.isEmpty()) {
            new Label(content, SWT.NONE).setText(Messages.noMembers);
        }
        items.forEach(item -> row(content, item));
        scrolled.setContent(content);
        scrolled.setOrigin(0, 0);
        measure();
    }

    /** Sets the focus to the first field. */
    public void setFocus() {
        if (!content.setFocus()) {
            scrolled.setFocus();
        }
    }

    /** Shows the words that are about what is on the screen, and takes away all others. */
    public void mark(Map<FormNode, String> words) {
        boolean other = false;
        for (Map.Entry<FormNode, Row> row : rows.entrySet()) {
            other |= row.getValue().error(words.getOrDefault(row.getKey(), ""));
        }
        if (other) {
            measure();
        }
    }

    /** Whether a field is on the screen. */
    public boolean shows(FormNode node) {
        return rows.containsKey(node);
    }

    /** The field's widget, for whoever drives the form. */
    public Optional<Control> widget(FormNode node) {
        return Optional.ofNullable(rows.get(node)).map(Row::widget);
    }

    void row(Composite parent, FormItem item) {
        Row row = switch (item.node()) {
            case ScalarNode scalar -> new ScalarRow(this, item, scalar);
            case BlobNode blob -> new BlobRow(this, item, blob);
            case GroupNode group -> new GroupRow(this, item, group);
            case ListNode list -> new ListRow(this, item, list);
            case MapNode map -> new MapRow(this, item, map);
        };
        rows.put(item.node(), row);
        row.create(parent);
    }

    /** Help below a field, where that is wanted. */
    void help(Composite parent, FormItem item) {
        if (inlineHelp && !item.help().isEmpty()) {
            new Label(parent, SWT.NONE);
            Label help = new Label(parent, SWT.WRAP);
            help.setText(item.shortHelp().replace("&", "&&"));
            help.setEnabled(false);
            GridDataFactory.fillDefaults().grab(true, false).hint(100, SWT.DEFAULT).applyTo(help);
        }
    }

    boolean inlineHelp() {
        return inlineHelp;
    }

    List<String> choices(FormItem.Choice choice) {
        return choices.of(choice);
    }

    /** After widgets were disposed. */
    void forgetGone() {
        rows.values().removeIf(row -> row.widget() != null && row.widget().isDisposed());
    }

    void changed(FormItem item) {
        changed.forEach(listener -> listener.accept(item));
    }

    void focused(FormItem item) {
        focused.accept(item);
    }

    /** After rows came, went or grew. */
    void measure() {
        if (content.isDisposed()) {
            return;
        }
        Rectangle area = scrolled.getClientArea();
        content.layout(true, true);
        scrolled.setMinSize(content.computeSize(Math.max(1, area.width), SWT.DEFAULT));
    }
}
