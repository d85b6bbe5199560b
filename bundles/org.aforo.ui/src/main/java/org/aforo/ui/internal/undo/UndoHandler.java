package org.aforo.ui.internal.undo;

import org.aforo.ui.Notices;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.HandlerEvent;
import org.eclipse.core.commands.operations.IOperationHistory;
import org.eclipse.core.commands.operations.IOperationHistoryListener;
import org.eclipse.core.commands.operations.IUndoContext;
import org.eclipse.core.commands.operations.OperationHistoryFactory;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;

/**
 * Takes back what was last done to a bench, or does it again ({@code UndoHandler:redo} in {@code plugin.xml}); editors
 * and views that have an undo of their own come first.
 */
public final class UndoHandler extends AbstractHandler implements IExecutableExtension {

    private final IOperationHistory history = OperationHistoryFactory.getOperationHistory();
    private final IOperationHistoryListener listener = event -> Display.getDefault()
            .asyncExec(() -> fireHandlerChanged(new HandlerEvent(this, true, false)));
    private boolean again;

    public UndoHandler() {
        history.addOperationHistoryListener(listener);
    }

    @Override
    public void setInitializationData(IConfigurationElement config, String property, Object data) {
        again = "redo".equals(data);
    }

    @Override
    public boolean isEnabled() {
        return again ? history.canRedo(context()) : history.canUndo(context());
    }

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        if (typing(event)) {
            return null;
        }
        try {
            if (again) {
                history.redo(context(), null, null);
            } else {
                history.undo(context(), null, null);
            }
        } catch (ExecutionException e) {
            Notices.failed(Messages.lost, String.valueOf(e.getMessage()));
        }
        return null;
    }

    /** Whether the key was meant for a field that is typed in, which must not change a bench. */
    private static boolean typing(ExecutionEvent event) {
        return event.getTrigger() instanceof Event trigger && trigger.type == SWT.KeyDown
                && Display.getCurrent().getFocusControl() instanceof Text text && text.getEditable();
    }

    private static IUndoContext context() {
        return PlatformUI.getWorkbench().getOperationSupport().getUndoContext();
    }

    @Override
    public void dispose() {
        history.removeOperationHistoryListener(listener);
        super.dispose();
    }
}
