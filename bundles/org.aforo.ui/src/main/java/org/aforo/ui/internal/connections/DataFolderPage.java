package org.aforo.ui.internal.connections;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.DirectoryFieldEditor;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.preferences.ScopedPreferenceStore;

/** Where the workbench's own bench keeps what it holds. The bundle that starts that bench reads the key. */
public final class DataFolderPage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {

    private static final String APPLICATION = "org.aforo.ui.app";
    private static final String DATA_FOLDER = "data folder";

    public DataFolderPage() {
        super(GRID);
    }

    @Override
    public void init(IWorkbench workbench) {
        setDescription(Messages.folder_intro);
        setPreferenceStore(new ScopedPreferenceStore(InstanceScope.INSTANCE, APPLICATION));
    }

    @Override
    protected void createFieldEditors() {
        DirectoryFieldEditor folder = new DirectoryFieldEditor(DATA_FOLDER, Messages.folder_label,
                getFieldEditorParent());
        folder.setEmptyStringAllowed(true);
        addField(folder);
    }
}
