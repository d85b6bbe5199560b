package org.aforo.ui.internal.console;

import java.util.Optional;
import java.util.function.Consumer;

import org.aforo.client.Control;
import org.aforo.ui.internal.forms.Accessibles;
import org.aforo.ui.internal.forms.Choices;
import org.aforo.ui.internal.forms.Findings;
import org.aforo.ui.internal.forms.Form;
import org.aforo.ui.internal.forms.FormItem;
import org.aforo.ui.internal.forms.GroupNode;
import org.aforo.ui.internal.forms.Schema;
import org.aforo.ui.internal.forms.Verdict;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.jface.text.TextViewer;
import org.eclipse.jface.text.TextViewerUndoManager;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.widgets.Composite;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;

/** An operation's input as a form and as JSON, two views of the same. */
final class RequestPane {

    private static final int UNDOS = 100;
    private static final int FORM = 0;
    private static final int JSON = 1;

    private final CTabFolder tabs;
    private final Form form;
    private final TextViewer json;
    private final Runnable changed;
    private GroupNode root = GroupNode.root(Schema.empty());
    private String trouble = "";
    private boolean showing;

    RequestPane(Composite parent, Runnable changed, Consumer<FormItem> focused) {
        this.changed = changed;
        tabs = new CTabFolder(parent, SWT.BOTTOM | SWT.FLAT);
        form = new Form(tabs, false, Choices.NONE);
        form.onChange(item -> changed.run());
        form.onFocus(focused);
        json = new TextViewer(tabs, SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL);
        json.getTextWidget().setFont(JFaceResources.getTextFont());
        Accessibles.name(json.getTextWidget(), Messages.json);
        json.setUndoManager(new TextViewerUndoManager(UNDOS));
        json.getUndoManager().connect(json);
        tab(Messages.form).setControl(form.control());
        tab(Messages.json).setControl(json.getControl());
        tabs.setSelection(FORM);
        tabs.addListener(SWT.Selection, event -> turned());
    }

    private CTabItem tab(String label) {
        CTabItem tab = new CTabItem(tabs, SWT.NONE);
        tab.setText(label);
        return tab;
    }

    CTabFolder control() {
        return tabs;
    }

    /** The form, for whoever drives the view. */
    Form form() {
        return form;
    }

    /** What is filled in. */
    GroupNode root() {
        return root;
    }

    /** Shows an operation's input. */
    void show(Schema schema, JsonNode input) {
        root = GroupNode.root(schema);
        root.fill(input);
        trouble = "";
        form.show(FormItem.members(root));
        write();
        changed.run();
    }

    private void write() {
        showing = true;
        Document document = new Document(Answer.pretty(value()));
        document.addDocumentListener(new IDocumentListener() {
            @Override
            public void documentAboutToBeChanged(DocumentEvent event) {
                // what counts is what it is then
            }

            @Override
            public void documentChanged(DocumentEvent event) {
                typed();
            }
        });
        json.setDocument(document);
        showing = false;
    }

    private JsonNode value() {
        return root.json().orElseGet(Control::object);
    }

    /** The JSON is the truth while it is shown; what can't be read is told, and the form keeps what it had. */
    private void typed() {
        if (showing) {
            return;
        }
        try {
            JsonNode typed = Control.JSON.readTree(json.getDocument().get());
            trouble = typed.isObject() ? "" : Messages.jsonNoObject;
            if (typed.isObject()) {
                root.fill(typed);
            }
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            trouble = NLS.bind(Messages.jsonBroken, new Object[] {at == null ? 1 : at.getLineNr(),
                    at == null ? 1 : at.getColumnNr(), e.getOriginalMessage()});
        }
        changed.run();
    }

    private void turned() {
        if (tabs.getSelectionIndex() == JSON) {
            write();
        } else if (trouble.isEmpty()) {
            form.show(FormItem.members(root));
            changed.run();
        } else {
            // it would be lost
            tabs.setSelection(JSON);
        }
    }

    /** To the other of the two. */
    void turn() {
        tabs.setSelection(1 - tabs.getSelectionIndex());
        turned();
        setFocus();
    }

    void setFocus() {
        if (tabs.getSelectionIndex() == JSON) {
            json.getTextWidget().setFocus();
        } else {
            form.setFocus();
        }
    }

    /** The input; empty while the JSON can't be read. */
    Optional<JsonNode> input() {
        return trouble.isEmpty() ? Optional.of(value()) : Optional.empty();
    }

    /** Why the JSON can't be read, or empty. */
    String trouble() {
        return trouble;
    }

    void mark(Verdict verdict) {
        form.mark(Findings.of(root, verdict).at());
    }

    /** Takes back what was typed as JSON, or does it again. */
    void text(int operation) {
        boolean shown = tabs.getSelectionIndex() == JSON;
        ITextOperationTarget target = json.getTextOperationTarget();
        if (shown && target.canDoOperation(operation)) {
            target.doOperation(operation);
        }
    }
}
