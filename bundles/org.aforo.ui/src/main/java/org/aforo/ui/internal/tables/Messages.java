package org.aforo.ui.internal.tables;

import org.eclipse.osgi.util.NLS;

/** Texts, from {@code messages.properties}. */
public final class Messages extends NLS {

    public static String columns;
    public static String columns_default;

    static {
        NLS.initializeMessages("org.aforo.ui.internal.tables.messages", Messages.class);
    }

    private Messages() {
    }
}
