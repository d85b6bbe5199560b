package org.aforo.ui.internal.scenarios.editor;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

/** Goes to the next problem below the caret, from the last one to the first. */
public class NextProblemHandler extends AbstractHandler {

    @Override
    public final Object execute(ExecutionEvent event) {
        if (HandlerUtil.getActiveEditor(event) instanceof ScenarioEditor editor) {
            editor.gotoAnnotation(forward());
        }
        return null;
    }

    boolean forward() {
        return true;
    }
}
