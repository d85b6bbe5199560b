package org.aforo.ui.app.internal;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Group;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.PlatformUI;

/** Preference page: English, Spanish, or the system's language. */
public final class LanguagePage extends PreferencePage implements IWorkbenchPreferencePage {

    private static final int NOW = 0;

    private final Map<Language, Button> buttons = new EnumMap<>(Language.class);

    @Override
    public void init(IWorkbench workbench) {
        // The choice is not the workspace's: it stands where the launcher reads it.
    }

    @Override
    protected Control createContents(Composite parent) {
        Group group = new Group(parent, SWT.NONE);
        group.setText(Messages.LanguageTitle);
        group.setLayout(new GridLayout());
        for (Language language : Language.values()) {
            Button button = new Button(group, SWT.RADIO);
            button.setText(language.label());
            button.setData("org.aforo.name", "language." + language.code());
            buttons.put(language, button);
        }
        select(Language.chosen());
        return group;
    }

    @Override
    protected void performDefaults() {
        select(Language.SYSTEM);
        super.performDefaults();
    }

    @Override
    public boolean performOk() {
        Language language = selected();
        if (language == Language.chosen()) {
            return true;
        }
        try {
            language.choose();
        } catch (IOException e) {
            setErrorMessage(Messages.bind(Messages.LanguageUnsaved, e.getMessage()));
            return false;
        }
        int answer = MessageDialog.open(MessageDialog.QUESTION, getShell(), Messages.LanguageTitle,
                Messages.LanguageRestart, SWT.NONE, Messages.RestartNow, Messages.RestartLater);
        if (answer == NOW) {
            PlatformUI.getWorkbench().getDisplay().asyncExec(() -> PlatformUI.getWorkbench().restart());
        }
        return true;
    }

    private void select(Language language) {
        buttons.forEach((each, button) -> button.setSelection(each == language));
    }

    private Language selected() {
        return buttons.entrySet().stream().filter(entry -> entry.getValue().getSelection()).map(Map.Entry::getKey)
                .findFirst().orElse(Language.SYSTEM);
    }
}
