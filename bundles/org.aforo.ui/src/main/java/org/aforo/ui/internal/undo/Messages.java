package org.aforo.ui.internal.undo;

import org.eclipse.osgi.util.NLS;

/** Texts, from {@code messages.properties}. */
public final class Messages extends NLS {

    public static String lost;
    public static String lost_text;
    public static String redone;
    public static String undone;

    static {
        NLS.initializeMessages("org.aforo.ui.internal.undo.messages", Messages.class);
    }

    private Messages() {
    }
}
