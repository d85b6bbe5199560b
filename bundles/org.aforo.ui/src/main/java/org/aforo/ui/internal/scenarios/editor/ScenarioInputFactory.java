package org.aforo.ui.internal.scenarios.editor;

import java.nio.file.Path;

import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.ui.IElementFactory;
import org.eclipse.ui.IMemento;

/** Opens the editors again that were open when the workbench was closed. */
public final class ScenarioInputFactory implements IElementFactory {

    static final String ID = "org.aforo.ui.scenarios.input";

    @Override
    public IAdaptable createElement(IMemento memento) {
        String file = memento.getString(ScenarioInput.FILE);
        return file == null ? null : new ScenarioInput(Path.of(file));
    }
}
