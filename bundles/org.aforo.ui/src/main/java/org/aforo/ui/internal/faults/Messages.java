package org.aforo.ui.internal.faults;

import org.eclipse.osgi.util.NLS;

/** Texts, from {@code messages.properties}. */
public final class Messages extends NLS {

    public static String asking_operations;
    public static String cleared;
    public static String cleared_text;
    public static String clearing;
    public static String code;
    public static String column_connection;
    public static String column_effect;
    public static String column_lasts;
    public static String column_operation;
    public static String column_resource;
    public static String column_service;
    public static String done;
    public static String effect;
    public static String effect_duplicate;
    public static String effect_failure;
    public static String effect_latency;
    public static String effect_outage;
    public static String effect_partialFailure;
    public static String effect_reorder;
    public static String effect_throttle;
    public static String for_ever;
    public static String help_duplicate;
    public static String help_failure;
    public static String help_latency;
    public static String help_outage;
    public static String help_partialFailure;
    public static String help_reorder;
    public static String help_throttle;
    public static String inject_ok;
    public static String inject_target;
    public static String inject_title;
    public static String injected;
    public static String injecting;
    public static String lasts;
    public static String list_clear;
    public static String list_close;
    public static String list_empty;
    public static String list_remove;
    public static String list_title;
    public static String maxMillis;
    public static String message;
    public static String message_default;
    public static String minMillis;
    public static String no_resource;
    public static String operation;
    public static String operation_any;
    public static String places;
    public static String rate;
    public static String reading;
    public static String removing;
    public static String resource;
    public static String seed;
    public static String status;
    public static String summary_rate;
    public static String wrong_code;
    public static String wrong_max;

    static {
        NLS.initializeMessages("org.aforo.ui.internal.faults.messages", Messages.class);
    }

    private Messages() {
    }
}
