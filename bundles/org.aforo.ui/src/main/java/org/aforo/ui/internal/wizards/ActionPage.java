package org.aforo.ui.internal.wizards;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.aforo.ui.internal.forms.Choices;
import org.aforo.ui.internal.forms.Form;
import org.aforo.ui.internal.forms.FormNode;
import org.aforo.ui.internal.forms.Verdict;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.widgets.Composite;

/** A page of fields. What AWS has against one is told at once where it was touched, and keeps from going on. */
final class ActionPage extends WizardPage {

    private final ActionWizard wizard;
    private final ActionForm.Sheet sheet;
    private final Choices choices;
    private final Set<FormNode> touched = Collections.newSetFromMap(new IdentityHashMap<>());
    private Form form;
    private String refusal = "";

    ActionPage(ActionWizard wizard, ActionForm.Sheet sheet, int number, Choices choices) {
        super("page" + number);
        this.wizard = wizard;
        this.sheet = sheet;
        this.choices = choices;
        setTitle(sheet.title());
        setDescription(sheet.description());
        setPageComplete(false);
    }

    @Override
    public void createControl(Composite parent) {
        form = new Form(parent, true, choices);
        form.onChange(item -> {
            touched.add(item.node());
            refusal = "";
            wizard.changed();
        });
        form.show(sheet.items());
        setControl(form.control());
    }

    @Override
    public void setVisible(boolean visible) {
        super.setVisible(visible);
        if (visible) {
            form.setFocus();
        }
    }

    /** Shows what is to be said of this page. */
    void show(ActionForm input, Verdict verdict) {
        List<String> words = input.words(sheet, verdict);
        Map<FormNode, String> at = new IdentityHashMap<>(input.findings(verdict).at());
        at.keySet().retainAll(touched);
        boolean told = form != null && at.keySet().stream().anyMatch(form::shows);
        if (form != null) {
            form.mark(at);
        }
        String first = told ? at.entrySet().stream().filter(entry -> form.shows(entry.getKey()))
                .map(Map.Entry::getValue).findFirst().orElse("") : "";
        List<String> elsewhere = touched.isEmpty() ? List.of() : input.elsewhere(verdict);
        setErrorMessage(!refusal.isEmpty() ? refusal : told ? first : elsewhere.isEmpty() ? null : elsewhere.get(0));
        setMessage(!told && !words.isEmpty() ? words.get(0) : null, IMessageProvider.INFORMATION);
        setPageComplete(words.isEmpty());
    }

    /** What the operation itself said when it was called. */
    void refuse(String words) {
        refusal = words;
        setErrorMessage(words);
        form.setFocus();
    }
}
