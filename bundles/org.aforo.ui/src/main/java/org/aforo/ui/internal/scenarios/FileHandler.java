package org.aforo.ui.internal.scenarios;

import java.nio.file.Path;
import java.util.Optional;

import org.aforo.ui.internal.scenarios.editor.ScenarioInput;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.expressions.IEvaluationContext;
import org.eclipse.ui.ISources;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.handlers.HandlerUtil;

/** Does something with the scenario of the active view or editor; enabled where there is one it can be done with. */
abstract class FileHandler extends AbstractHandler {

    @Override
    public void setEnabled(Object context) {
        Object part = context instanceof IEvaluationContext evaluation
                ? evaluation.getVariable(ISources.ACTIVE_PART_NAME) : null;
        setBaseEnabled(part instanceof IWorkbenchPart active && file(active).filter(this::fits).isPresent());
    }

    @Override
    public final Object execute(ExecutionEvent event) {
        IWorkbenchPart part = HandlerUtil.getActivePart(event);
        if (part != null) {
            file(part).filter(this::fits).ifPresent(file -> run(file, part.getSite().getPage()));
        }
        return null;
    }

    /** Whether it can be done with this file now. */
    boolean fits(Path file) {
        return true;
    }

    abstract void run(Path file, IWorkbenchPage page);

    private static Optional<Path> file(IWorkbenchPart part) {
        if (part instanceof ScenariosView view) {
            return view.selected();
        }
        return part instanceof org.eclipse.ui.IEditorPart editor
                && editor.getEditorInput() instanceof ScenarioInput input
                        ? Optional.of(input.file()) : Optional.empty();
    }

    /** The Scenarios view, where it is open. */
    static Optional<ScenariosView> view(IWorkbenchPage page) {
        return Optional.ofNullable((ScenariosView) page.findView(ScenariosView.ID));
    }
}
