package org.aforo.ui.internal.throughput;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** Stands below a chart while something failed that can be tried again: what, and ways on. In a grid of one column. */
final class RetryBar {

    private final Composite bar;
    private final Label text;
    private Runnable again = () -> {};
    private Runnable elsewhere = () -> {};

    RetryBar(Composite parent) {
        bar = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout(4, false);
        layout.marginHeight = 2;
        bar.setLayout(layout);
        text = new Label(bar, SWT.WRAP);
        text.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        button(Messages.again, () -> again.run());
        button(Messages.elsewhere, () -> elsewhere.run());
        button(Messages.dismiss, () -> {});
        bar.setLayoutData(new GridData(SWT.FILL, SWT.END, true, false));
        show(false);
    }

    private void button(String title, Runnable work) {
        Button button = new Button(bar, SWT.PUSH);
        button.setText(title);
        button.addListener(SWT.Selection, event -> {
            show(false);
            work.run();
        });
    }

    /** Tells what failed, and how it is tried again or somewhere else. */
    void tell(String failure, Runnable tryAgain, Runnable tryElsewhere) {
        if (!bar.isDisposed()) {
            text.setText(failure);
            text.setToolTipText(failure);
            again = tryAgain;
            elsewhere = tryElsewhere;
            show(true);
        }
    }

    void hide() {
        if (!bar.isDisposed()) {
            show(false);
        }
    }

    private void show(boolean visible) {
        bar.setVisible(visible);
        ((GridData) bar.getLayoutData()).exclude = !visible;
        bar.getParent().layout();
    }
}
