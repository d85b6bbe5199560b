package org.aforo.ui.internal.producers;

import org.eclipse.osgi.util.NLS;

/** Texts, from {@code messages.properties}. */
public final class Messages extends NLS {

    public static String reading;

    static {
        NLS.initializeMessages("org.aforo.ui.internal.producers.messages", Messages.class);
    }

    private Messages() {
    }
}
