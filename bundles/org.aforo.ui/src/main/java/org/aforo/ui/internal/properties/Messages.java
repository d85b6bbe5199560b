package org.aforo.ui.internal.properties;

import org.eclipse.osgi.util.NLS;

/** Texts, from {@code messages.properties}. */
public final class Messages extends NLS {

    public static String activity;
    public static String arn;
    public static String buffers_name;
    public static String bytes;
    public static String bytes_1;
    public static String bytes_10;
    public static String bytes_60;
    public static String column_age;
    public static String column_buffer;
    public static String column_count;
    public static String column_direction;
    public static String column_figure;
    public static String column_fill;
    public static String column_flush;
    public static String column_in;
    public static String column_last;
    public static String column_link;
    public static String column_out;
    public static String column_property;
    public static String column_resource;
    public static String column_size;
    public static String column_tag;
    public static String column_value;
    public static String description;
    public static String direction_from;
    public static String direction_to;
    public static String edit;
    public static String edit_name;
    public static String embedded;
    public static String embedded_elsewhere;
    public static String embedded_here;
    public static String endpoint;
    public static String errors;
    public static String errors_60;
    public static String fault;
    public static String flow_name;
    public static String general_name;
    public static String id;
    public static String kind;
    public static String last;
    public static String latency_50;
    public static String latency_90;
    public static String latency_99;
    public static String latency_max;
    public static String links_name;
    public static String missing;
    public static String name;
    public static String next_timer;
    public static String of;
    public static String parent;
    public static String producer;
    public static String producer_value;
    public static String records;
    public static String records_1;
    public static String records_10;
    public static String records_60;
    public static String resources;
    public static String service;
    public static String services;
    public static String speed;
    public static String speed_value;
    public static String state;
    public static String tags_name;
    public static String throttles;
    public static String throttles_60;
    public static String time;

    static {
        NLS.initializeMessages("org.aforo.ui.internal.properties.messages", Messages.class);
    }

    private Messages() {
    }
}
