package org.aforo.ui.help.internal;

import org.eclipse.osgi.util.NLS;

/** Texts of the tour. */
public final class Messages extends NLS {

    public static String asked;
    public static String column_key;
    public static String column_size;
    public static String column_time;
    public static String column_value;
    public static String no_bench;
    public static String no_bucket;
    public static String no_stream;
    public static String nothing_asked;
    public static String tour;

    static {
        NLS.initializeMessages("org.aforo.ui.help.internal.messages", Messages.class);
    }

    private Messages() {
    }
}
