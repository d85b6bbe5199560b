package org.aforo.ui.internal.clock;

import org.eclipse.osgi.util.NLS;

/** Texts, from {@code messages.properties}. */
public final class Messages extends NLS {

    public static String asking;
    public static String custom_message;
    public static String custom_title;
    public static String custom_wrong;
    public static String no_timer;
    public static String none;
    public static String none_tip;
    public static String pause;
    public static String resume;
    public static String speed_paused;
    public static String speed_times;
    public static String stepped;
    public static String stepped_to;
    public static String stepping;
    public static String time_name;
    public static String time_tip;

    static {
        NLS.initializeMessages("org.aforo.ui.internal.clock.messages", Messages.class);
    }

    private Messages() {
    }
}
