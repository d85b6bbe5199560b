package org.aforo.ui.internal.console;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import org.aforo.ui.internal.forms.Accessibles;
import org.eclipse.jface.bindings.keys.KeyStroke;
import org.eclipse.jface.fieldassist.ContentProposal;
import org.eclipse.jface.fieldassist.ContentProposalAdapter;
import org.eclipse.jface.fieldassist.IContentProposal;
import org.eclipse.jface.fieldassist.TextContentAdapter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

/** One of many names, found by typing a part of it; the arrow down key shows all that fit. */
final class Chooser {

    private static final int WIDTH = 260;
    private static final int HEIGHT = 280;
    private static final char[] TRIGGERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
            .toCharArray();

    private final Text text;
    private final Consumer<String> chosen;
    private List<String> names = List.of();
    private String value = "";

    Chooser(Composite parent, String label, Consumer<String> chosen) {
        this.chosen = chosen;
        text = new Text(parent, SWT.BORDER | SWT.SEARCH | SWT.ICON_SEARCH);
        Accessibles.name(text, label);
        ContentProposalAdapter adapter = new ContentProposalAdapter(text, new TextContentAdapter(),
                (typed, position) -> proposals(typed), KeyStroke.getInstance(0, SWT.ARROW_DOWN), TRIGGERS);
        adapter.setProposalAcceptanceStyle(ContentProposalAdapter.PROPOSAL_REPLACE);
        adapter.setPopupSize(new Point(WIDTH, HEIGHT));
        adapter.addContentProposalListener(proposal -> choose(proposal.getContent()));
        text.addListener(SWT.FocusIn, event -> text.selectAll());
        text.addListener(SWT.DefaultSelection, event -> choose(best()));
        text.addListener(SWT.FocusOut, event -> {
            if (!adapter.isProposalPopupOpen()) {
                choose(best());
            }
        });
    }

    Text text() {
        return text;
    }

    /** What may be chosen from now on. */
    void names(List<String> now) {
        names = now;
    }

    /** What is chosen, or empty. */
    String value() {
        return value;
    }

    /** Shows a choice without telling of it. */
    void show(String name) {
        value = name;
        text.setText(name);
    }

    private IContentProposal[] proposals(String typed) {
        String part = typed.equals(value) ? "" : typed.toLowerCase(Locale.ROOT);
        return names.stream().filter(name -> name.toLowerCase(Locale.ROOT).contains(part))
                .map(ContentProposal::new).toArray(IContentProposal[]::new);
    }

    /** What was typed, whatever its case; or the only name with it; or what it was before. */
    private String best() {
        String typed = text.getText().strip().toLowerCase(Locale.ROOT);
        List<String> fitting = names.stream().filter(name -> name.toLowerCase(Locale.ROOT).contains(typed)).toList();
        return fitting.stream().filter(name -> name.equalsIgnoreCase(typed)).findFirst()
                .orElse(!typed.isEmpty() && fitting.size() == 1 ? fitting.get(0) : value);
    }

    private void choose(String name) {
        boolean other = !name.equals(value);
        show(name);
        if (other) {
            chosen.accept(name);
        }
    }
}
