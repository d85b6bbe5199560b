package org.aforo.ui.internal.clock;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;

/** Moves the bench's clock on: by the seconds given, or by one. */
public final class StepHandler extends AbstractHandler {

    private static final String SECONDS = "org.aforo.ui.clock.seconds";

    @Override
    public Object execute(ExecutionEvent event) {
        String seconds = event.getParameter(SECONDS);
        Clocks.step(seconds == null ? 1 : Double.parseDouble(seconds));
        return null;
    }
}
