package org.aforo.ui.internal.connections;

import org.aforo.client.Connections;
import org.aforo.ui.internal.resources.Sampling;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.jface.preference.IntegerFieldEditor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.preferences.ScopedPreferenceStore;

/** How often benches are asked and tables brought up to date. */
public final class SamplingPage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {

    private static final int MOST = 10;

    public SamplingPage() {
        super(GRID);
    }

    @Override
    public void init(IWorkbench workbench) {
        setDescription(Messages.sampling_intro);
        ScopedPreferenceStore store = new ScopedPreferenceStore(InstanceScope.INSTANCE, Sampling.PREFERENCES);
        store.setDefault(Sampling.FRAME_RATE, Sampling.USUAL_FRAMES);
        store.setDefault(Sampling.TABLE_RATE, Sampling.USUAL_TABLES);
        setPreferenceStore(store);
    }

    @Override
    protected void createFieldEditors() {
        addField(rate(Sampling.FRAME_RATE, Messages.sampling_rate));
        addField(rate(Sampling.TABLE_RATE, Messages.sampling_tables));
        Label note = new Label(getFieldEditorParent(), SWT.WRAP);
        note.setText(Messages.sampling_note);
    }

    private IntegerFieldEditor rate(String key, String label) {
        IntegerFieldEditor editor = new IntegerFieldEditor(key, label, getFieldEditorParent(), 2);
        editor.setValidRange(1, MOST);
        return editor;
    }

    @Override
    public boolean performOk() {
        boolean ok = super.performOk();
        Connections.shared().sampling(Sampling.frames());
        return ok;
    }
}
