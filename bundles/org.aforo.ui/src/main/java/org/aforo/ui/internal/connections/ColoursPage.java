package org.aforo.ui.internal.connections;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.ColorFieldEditor;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.jface.preference.PreferenceConverter;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.preferences.ScopedPreferenceStore;

/**
 * The colours of charts and of the flow. They are the workbench's own colour definitions, so that <em>Colors and
 * Fonts</em> and the themes know them too; a change shows at once.
 */
public final class ColoursPage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {

    private static final String WORKBENCH = "org.eclipse.ui.workbench";
    private static final String THEMES = "org.eclipse.ui.themes";
    private static final List<String> OURS = List.of("org.aforo.ui.charts.", "org.aforo.ui.flow.");

    /** A colour definition of an extension. */
    private record Definition(String id, String label) {
    }

    public ColoursPage() {
        super(GRID);
    }

    @Override
    public void init(IWorkbench workbench) {
        setDescription(Messages.colours_intro);
        ScopedPreferenceStore store = new ScopedPreferenceStore(InstanceScope.INSTANCE, WORKBENCH);
        for (Definition definition : definitions()) {
            RGB now = JFaceResources.getColorRegistry().getRGB(definition.id());
            if (now != null && !store.contains(definition.id())) {
                PreferenceConverter.setDefault(store, definition.id(), now);
            }
        }
        setPreferenceStore(store);
    }

    private static List<Definition> definitions() {
        List<Definition> found = new ArrayList<>();
        for (IConfigurationElement element : Platform.getExtensionRegistry().getConfigurationElementsFor(THEMES)) {
            String id = element.getAttribute("id");
            if (element.getName().equals("colorDefinition") && OURS.stream().anyMatch(id::startsWith)) {
                found.add(new Definition(id, element.getAttribute("label")));
            }
        }
        return found;
    }

    @Override
    protected void createFieldEditors() {
        for (Definition definition : definitions()) {
            addField(new ColorFieldEditor(definition.id(), definition.label() + ':', getFieldEditorParent()));
        }
    }
}
