package org.aforo.ui.internal.events;

import org.eclipse.osgi.util.NLS;

/** Texts, from {@code messages.properties}. */
public final class Messages extends NLS {

    public static String column_connection;
    public static String column_resource;
    public static String column_text;
    public static String column_time;
    public static String column_type;
    public static String connection_all;
    public static String connection_name;
    public static String connection_workbench;
    public static String copied;
    public static String copied_text;
    public static String details_name;
    public static String export_done;
    public static String export_title;
    public static String filter_message;
    public static String filter_name;
    public static String gone;
    public static String gone_text;
    public static String no_resource;
    public static String resource_only;
    public static String table_name;
    public static String type_all;
    public static String type_failure;
    public static String type_name;
    public static String type_notice;
    public static String type_problems;

    static {
        NLS.initializeMessages("org.aforo.ui.internal.events.messages", Messages.class);
    }

    private Messages() {
    }
}
