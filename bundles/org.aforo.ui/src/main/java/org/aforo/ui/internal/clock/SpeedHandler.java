package org.aforo.ui.internal.clock;

import java.util.Map;

import org.aforo.client.ClockState;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.dialogs.IInputValidator;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.commands.IElementUpdater;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.menus.UIElement;

/** Sets how fast the bench's clock runs: the scale given, or one that is asked for. */
public final class SpeedHandler extends AbstractHandler implements IElementUpdater {

    static final String COMMAND = "org.aforo.ui.clock.speed";

    private static final String SCALE = "org.aforo.ui.clock.scale";

    @Override
    public Object execute(ExecutionEvent event) {
        String scale = event.getParameter(SCALE);
        if (scale != null) {
            Clocks.speed(Double.parseDouble(scale));
            return null;
        }
        double now = Clocks.state().map(ClockState::scale).orElse(1.0);
        IInputValidator valid = text -> valid(text) ? null : Messages.custom_wrong;
        InputDialog dialog = new InputDialog(HandlerUtil.getActiveShell(event), Messages.custom_title,
                Messages.custom_message, now == Math.rint(now) ? String.valueOf((long) now) : String.valueOf(now),
                valid);
        if (dialog.open() == Window.OK) {
            Clocks.speed(number(dialog.getValue()));
        }
        return null;
    }

    private static boolean valid(String text) {
        return text.strip().matches("\\d{1,6}([.,]\\d{1,6})?") && number(text) <= Clocks.MOST;
    }

    private static double number(String text) {
        return Double.parseDouble(text.strip().replace(',', '.'));
    }

    @Override
    @SuppressWarnings("rawtypes")
    public void updateElement(UIElement element, Map parameters) {
        if (parameters.get(SCALE) instanceof String scale) {
            element.setChecked(Clocks.state().filter(c -> c.scale() == Double.parseDouble(scale)).isPresent());
        }
    }
}
