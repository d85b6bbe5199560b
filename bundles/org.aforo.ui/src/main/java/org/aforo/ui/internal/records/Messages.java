package org.aforo.ui.internal.records;

import org.eclipse.osgi.util.NLS;

/** Texts, from {@code messages.properties}. */
public final class Messages extends NLS {

    public static String accessibleTable;
    public static String binary;
    public static String columnAttribute;
    public static String columnHashKey;
    public static String columnKey;
    public static String columnPartition;
    public static String columnPreview;
    public static String columnSequence;
    public static String columnSize;
    public static String columnTime;
    public static String columnValue;
    public static String copied;
    public static String emptyRecords;
    public static String emptySelection;
    public static String gzip;
    public static String hits;
    public static String noParts;
    public static String notJson;
    public static String notJsonCut;
    public static String partsPrefix;
    public static String position;
    public static String saved;
    public static String savedCut;
    public static String saveNothing;
    public static String saveTitle;
    public static String searchHelp;
    public static String searchHint;
    public static String send;
    public static String sendBase64;
    public static String sendData;
    public static String sendEmpty;
    public static String sendForm;
    public static String sendHelp;
    public static String sending;
    public static String sendJson;
    public static String sendKey;
    public static String sendNotBase64;
    public static String sendNotJson;
    public static String sendText;
    public static String sendTitle;
    public static String sendTo;
    public static String sent;
    public static String summary;
    public static String tabDetails;
    public static String tabHex;
    public static String tabJson;
    public static String tabParts;
    public static String tabText;
    public static String title;
    public static String titlePaused;
    public static String titleSkipped;
    public static String truncated;

    static {
        NLS.initializeMessages("org.aforo.ui.internal.records.messages", Messages.class);
    }

    private Messages() {
    }
}
