package org.aforo.ui.internal.forms;

import org.eclipse.osgi.util.NLS;

/** Texts. */
public final class Messages extends NLS {

    public static String add;
    public static String addTo;
    public static String blobBase64;
    public static String blobFile;
    public static String blobFormOf;
    public static String blobText;
    public static String browse;
    public static String browseFor;
    public static String fileNotRead;
    public static String fileNotText;
    public static String fileTooLarge;
    public static String keyOf;
    public static String noMembers;
    public static String notSet;
    public static String readFile;
    public static String remove;
    public static String removeFrom;
    public static String required;
    public static String timeHint;
    public static String value;
    public static String valueOf;

    static {
        NLS.initializeMessages("org.aforo.ui.internal.forms.messages", Messages.class);
    }

    private Messages() {
    }
}
