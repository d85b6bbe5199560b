package org.aforo.ui.internal.clock;

import java.util.Map;

import org.aforo.client.ClockState;
import org.aforo.ui.internal.resources.Figures;
import org.aforo.ui.internal.resources.Icons;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.commands.IElementUpdater;
import org.eclipse.ui.menus.UIElement;

/** Stops the bench's clock, or lets it go on as fast as before; its button tells which. */
public final class PauseHandler extends AbstractHandler implements IElementUpdater {

    static final String COMMAND = "org.aforo.ui.clock.pause";

    @Override
    public Object execute(ExecutionEvent event) {
        Clocks.state().ifPresent(clock -> Clocks.speed(clock.scale() == 0 ? Clocks.before() : 0));
        return null;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public void updateElement(UIElement element, Map parameters) {
        boolean paused = Clocks.state().map(ClockState::scale).filter(scale -> scale == 0).isPresent();
        String text = paused ? NLS.bind(Messages.resume, Figures.rate(Clocks.before())) : Messages.pause;
        element.setText(text);
        element.setTooltip(text);
        element.setIcon(Icons.descriptor(paused ? "clock-resume" : "clock-pause"));
    }
}
