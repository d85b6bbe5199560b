package org.aforo.ui.internal.resources;

import org.aforo.client.Connections;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;

/** Stands in the tree's place while that is empty, says why, and offers a way out. */
final class EmptyNote {

    private final Composite stack;
    private final Control tree;
    private final Composite note;
    private final Label text;
    private final Link way;

    EmptyNote(Composite stack, Control tree, Runnable clearFilter) {
        this.stack = stack;
        this.tree = tree;
        note = new Composite(stack, SWT.NONE);
        GridLayout layout = new GridLayout();
        layout.marginWidth = 12;
        layout.marginHeight = 12;
        note.setLayout(layout);
        text = new Label(note, SWT.WRAP);
        text.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        way = new Link(note, SWT.NONE);
        way.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        way.addListener(SWT.Selection, event -> {
            if (Connections.shared().all().isEmpty()) {
                Commands.run(Commands.CONNECT);
            } else {
                clearFilter.run();
            }
        });
        show(tree);
    }

    void update(ResourceModel model) {
        boolean none = Connections.shared().all().isEmpty();
        boolean nothing = model.filter().active()
                && Connections.shared().all().stream().allMatch(c -> model.children(c).isEmpty());
        if (none || nothing) {
            say(none ? Messages.empty_connections : "",
                    none ? Messages.empty_connect : NLS.bind(Messages.empty_filter, model.filter().text()));
        }
        show(none || nothing ? note : tree);
    }

    private void say(String why, String wayOut) {
        if (!text.getText().equals(why) || !way.getText().equals(wayOut)) {
            text.setText(why);
            ((GridData) text.getLayoutData()).exclude = why.isEmpty();
            way.setText(wayOut);
            note.layout();
        }
    }

    private void show(Control top) {
        StackLayout layout = (StackLayout) stack.getLayout();
        if (layout.topControl != top) {
            layout.topControl = top;
            stack.layout();
        }
    }

    /** Whether it stands there, and has the focus now. */
    boolean setFocus() {
        return ((StackLayout) stack.getLayout()).topControl == note && way.setFocus();
    }
}
