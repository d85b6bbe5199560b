package org.aforo.ui.internal.producers;

import org.eclipse.osgi.util.NLS;

/** Texts, from {@code messages.properties}. */
public final class Messages extends NLS {

    public static String dialog_message;
    public static String dialog_ok;
    public static String dialog_target;
    public static String dialog_title;
    public static String keys;
    public static String none_running;
    public static String payload;
    public static String payload_template;
    public static String payload_ticker;
    public static String rate;
    public static String reading;
    public static String skew;
    public static String started;
    public static String started_text;
    public static String starting;
    public static String stopped;
    public static String stopped_text;
    public static String stopping;
    public static String template;
    public static String template_help;
    public static String template_usual;
    public static String total;
    public static String wrong_template;

    static {
        NLS.initializeMessages("org.aforo.ui.internal.producers.messages", Messages.class);
    }

    private Messages() {
    }
}
