package org.aforo.ui.internal.scenarios;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.DirectoryFieldEditor;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.preferences.ScopedPreferenceStore;

/** Where the scenarios are. */
public final class ScenariosPage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {

    public ScenariosPage() {
        super(GRID);
    }

    @Override
    public void init(IWorkbench workbench) {
        setPreferenceStore(new ScopedPreferenceStore(InstanceScope.INSTANCE, ScenarioFolder.NODE));
        setDescription(Messages.page_text);
    }

    @Override
    protected void createFieldEditors() {
        addField(new DirectoryFieldEditor(ScenarioFolder.PREFERENCE, Messages.page_folder, getFieldEditorParent()));
    }
}
