package org.aforo.ui.internal.scenarios.editor;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

/** Comments the selected lines out, or in again. */
public final class ToggleCommentHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        if (HandlerUtil.getActiveEditor(event) instanceof ScenarioEditor editor) {
            editor.toggleComment();
        }
        return null;
    }
}
