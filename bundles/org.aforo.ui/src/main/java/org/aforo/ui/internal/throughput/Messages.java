package org.aforo.ui.internal.throughput;

import org.eclipse.osgi.util.NLS;

/** Texts of the Throughput view. */
public final class Messages extends NLS {

    public static String both;
    public static String in;
    public static String out;
    public static String asShown;
    public static String recordsIn;
    public static String recordsOut;
    public static String bytesIn;
    public static String bytesOut;
    public static String p50;
    public static String p99;
    public static String errorsIn;
    public static String errorsOut;
    public static String throttlesIn;
    public static String throttlesOut;
    public static String stale;
    public static String flushed;
    public static String bySize;
    public static String byCount;
    public static String byInterval;
    public static String byHand;
    public static String again;
    public static String elsewhere;
    public static String dismiss;
    public static String exporting;
    public static String export;
    public static String exportFailed;
    public static String hint;
    public static String throughputOf;
    public static String andMore;
    public static String window;
    public static String direction;
    public static String size;

    static {
        initializeMessages("org.aforo.ui.internal.throughput.messages", Messages.class);
    }

    private Messages() {
    }
}
