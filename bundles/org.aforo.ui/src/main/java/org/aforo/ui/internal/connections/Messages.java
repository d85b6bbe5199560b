package org.aforo.ui.internal.connections;

import org.eclipse.osgi.util.NLS;

/** Texts, from {@code messages.properties}. */
public final class Messages extends NLS {

    public static String aforo_intro;
    public static String already;
    public static String colours_intro;
    public static String dialog_connect;
    public static String dialog_message;
    public static String dialog_name;
    public static String dialog_remember;
    public static String dialog_title;
    public static String dialog_url;
    public static String disconnected;
    public static String folder_intro;
    public static String folder_label;
    public static String page_add;
    public static String page_intro;
    public static String page_name;
    public static String page_names;
    public static String page_remove;
    public static String page_url;
    public static String reconnecting;
    public static String sampling_intro;
    public static String sampling_note;
    public static String sampling_rate;
    public static String sampling_tables;
    public static String save_failed;
    public static String test_bad;
    public static String test_good;
    public static String test_job;
    public static String test_other;
    public static String test_under_way;
    public static String test_wrong;

    public static String told_back;
    public static String told_lost;

    static {
        NLS.initializeMessages("org.aforo.ui.internal.connections.messages", Messages.class);
    }

    private Messages() {
    }
}
