package org.aforo.ui.app.internal;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;

/** Changes between the light and the dark theme; or shows the one given as parameter {@code theme}. */
public final class SwitchTheme extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        String wanted = event.getParameter("org.aforo.ui.app.theme.name");
        boolean dark = wanted == null ? !Themes.dark() : wanted.equals("dark");
        Themes.show(dark ? Themes.DARK : Themes.LIGHT);
        return null;
    }
}
