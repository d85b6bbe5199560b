package org.aforo.ui.internal.plugins;

import org.eclipse.osgi.util.NLS;

/** Texts, from {@code messages.properties}. */
public final class Messages extends NLS {

    public static String accessibleName;
    public static String adding;
    public static String addTitle;
    public static String anyFile;
    public static String asking;
    public static String columnAbout;
    public static String columnName;
    public static String columnState;
    public static String columnVersion;
    public static String jars;
    public static String missing;
    public static String needs;
    public static String noBench;
    public static String nonePlugged;
    public static String noSoftware;
    public static String notKnown;
    public static String otherPlugin;
    public static String plugins;
    public static String removed;
    public static String removeOne;
    public static String removeSeveral;
    public static String removeTitle;
    public static String removing;
    public static String requirement;
    public static String services;
    public static String software;
    public static String starting;
    public static String stateActive;
    public static String stateClosed;
    public static String stateConnecting;
    public static String stateLive;
    public static String stateLost;
    public static String stateStarting;
    public static String stateStopped;
    public static String stateUnresolved;
    public static String stopping;
    public static String unreadable;
    public static String updateTitle;
    public static String updating;
    public static String stateEnded;

    static {
        NLS.initializeMessages("org.aforo.ui.internal.plugins.messages", Messages.class);
    }

    private Messages() {
    }
}
