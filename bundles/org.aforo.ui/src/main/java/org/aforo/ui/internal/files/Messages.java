package org.aforo.ui.internal.files;

import org.eclipse.osgi.util.NLS;

/** Texts, from {@code messages.properties}. */
public final class Messages extends NLS {

    public static String failed;

    static {
        NLS.initializeMessages("org.aforo.ui.internal.files.messages", Messages.class);
    }

    private Messages() {
    }
}
