package org.aforo.ui.internal.scenarios.editor;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

/** Goes to the list of the scenario's problems. */
public final class ProblemsHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        if (HandlerUtil.getActiveEditor(event) instanceof ScenarioEditor editor) {
            editor.focusProblems();
        }
        return null;
    }
}
