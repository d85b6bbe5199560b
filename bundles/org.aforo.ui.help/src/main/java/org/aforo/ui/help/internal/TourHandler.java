package org.aforo.ui.help.internal;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.cheatsheets.OpenCheatSheetAction;

/** Opens the guided tour of the Firehose lab. */
public final class TourHandler extends AbstractHandler {

    static final String TOUR = "org.aforo.ui.help.firehose";

    @Override
    public Object execute(ExecutionEvent event) {
        new OpenCheatSheetAction(TOUR).run();
        return null;
    }
}
