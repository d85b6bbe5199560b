package org.aforo.ui.internal.flow;

import org.eclipse.osgi.util.NLS;

/** Texts, from {@code messages.properties}. */
public final class Messages extends NLS {

    public static String accessibleName;
    public static String bufferFill;
    public static String columnFault;
    public static String columnFill;
    public static String columnIn;
    public static String columnName;
    public static String columnOut;
    public static String columnState;
    public static String columnTo;
    public static String connections;
    public static String edge;
    public static String emptyBench;
    public static String emptyConnections;
    public static String errors;
    public static String exported;
    public static String exportPng;
    public static String exportSvg;
    public static String exportTitle;
    public static String faultActive;
    public static String hidden;
    public static String inAndOut;
    public static String kindAndState;
    public static String layingOut;
    public static String lost;
    public static String missing;
    public static String more;
    public static String nothingFlows;
    public static String perSecond;
    public static String throttles;
    public static String unknown;

    static {
        NLS.initializeMessages("org.aforo.ui.internal.flow.messages", Messages.class);
    }

    private Messages() {
    }
}
