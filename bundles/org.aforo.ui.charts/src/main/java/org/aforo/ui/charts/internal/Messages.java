package org.aforo.ui.charts.internal;

import org.eclipse.osgi.util.NLS;

/** Texts of the charts. */
public final class Messages extends NLS {

    public static String recordsPerSecond;
    public static String bytesPerSecond;
    public static String milliseconds;
    public static String percent;
    public static String bytes;
    public static String records;
    public static String oneMinute;
    public static String fiveMinutes;
    public static String fifteenMinutes;
    public static String oneHour;
    public static String oneDay;
    public static String chart;
    public static String legend;
    public static String table;
    public static String seriesColumn;
    public static String lineColumn;
    public static String nowColumn;
    public static String peakColumn;
    public static String timeColumn;
    public static String least;
    public static String greatest;
    public static String held;
    public static String more;
    public static String error;
    public static String throttle;
    public static String flush;
    public static String seriesNow;
    public static String keys;

    static {
        initializeMessages("org.aforo.ui.charts.internal.messages", Messages.class);
    }

    private Messages() {
    }
}
