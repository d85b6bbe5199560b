package org.aforo.ui.internal.clock;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;

/** Moves the bench's clock on to when its next timer is due. */
public final class NextTimerHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        Clocks.nextTimer();
        return null;
    }
}
