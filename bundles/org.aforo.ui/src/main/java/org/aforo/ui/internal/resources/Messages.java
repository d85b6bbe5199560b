package org.aforo.ui.internal.resources;

import org.eclipse.osgi.util.NLS;

/** Texts, from {@code messages.properties}. */
public final class Messages extends NLS {

    public static String activity_fault;
    public static String activity_producer;
    public static String column_activity;
    public static String column_bytesIn;
    public static String column_bytesOut;
    public static String column_errors;
    public static String column_fill;
    public static String column_name;
    public static String column_recordsIn;
    public static String column_recordsOut;
    public static String column_state;
    public static String column_throttles;
    public static String copied;
    public static String copied_count;
    public static String empty_connect;
    public static String empty_connections;
    public static String empty_filter;
    public static String filter_message;
    public static String filter_name;
    public static String group_label;
    public static String meaning_recordsIn;
    public static String meaning_recordsOut;
    public static String meaning_bytesIn;
    public static String meaning_bytesOut;
    public static String meaning_throttles;
    public static String meaning_errors;
    public static String meaning_fill;
    public static String meaning_activity;
    public static String state_closed;
    public static String state_connecting;
    public static String state_connecting_why;
    public static String state_live;
    public static String state_lost;
    public static String state_stale;
    public static String tree_name;
    public static String state_ended;

    static {
        NLS.initializeMessages("org.aforo.ui.internal.resources.messages", Messages.class);
    }

    private Messages() {
    }
}
