package org.aforo.ui.app.internal;

import java.io.IOException;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.PlatformUI;

/**
 * Starts the workbench again in the language given as parameter ({@code en}, {@code es} or empty for the system's); in
 * the other one without.
 */
public final class SwitchLanguage extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        String wanted = event.getParameter("org.aforo.ui.app.language.name");
        Language language = wanted != null ? Language.of(wanted)
                : Language.spoken() == Language.SPANISH ? Language.ENGLISH : Language.SPANISH;
        try {
            language.choose();
        } catch (IOException e) {
            throw new ExecutionException(Messages.bind(Messages.LanguageUnsaved, e.getMessage()), e);
        }
        PlatformUI.getWorkbench().restart();
        return null;
    }
}
