package org.aforo.ui.internal.buffers;

import org.eclipse.osgi.util.NLS;

/** Texts of the Buffers view. */
public final class Messages extends NLS {

    public static String resource;
    public static String buffer;
    public static String bytes;
    public static String records;
    public static String records_meaning;
    public static String age;
    public static String next;
    public static String next_meaning;
    public static String last;
    public static String of;
    public static String flush;
    public static String minutes;
    public static String seconds;
    public static String stale;
    public static String table;
    public static String hint;
    public static String history;
    public static String fullest;
    public static String first;

    static {
        initializeMessages("org.aforo.ui.internal.buffers.messages", Messages.class);
    }

    private Messages() {
    }
}
