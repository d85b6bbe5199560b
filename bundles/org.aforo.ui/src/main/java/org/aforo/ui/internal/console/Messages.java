package org.aforo.ui.internal.console;

import org.eclipse.osgi.util.NLS;

/** Texts. */
public final class Messages extends NLS {

    public static String answer;
    public static String answerCut;
    public static String answerText;
    public static String answerTree;
    public static String asking;
    public static String bench;
    public static String call;
    public static String calling;
    public static String canceled;
    public static String checking;
    public static String chooseOperation;
    public static String copied;
    public static String documentation;
    public static String form;
    public static String history;
    public static String historyChoose;
    public static String historyEmpty;
    public static String historyNotKept;
    public static String json;
    public static String jsonBroken;
    public static String jsonNoObject;
    public static String moreEntries;
    public static String name;
    public static String notCalled;
    public static String notChecked;
    public static String nothingToCopy;
    public static String nothingToSave;
    public static String operation;
    public static String refused;
    public static String save;
    public static String saved;
    public static String service;
    public static String succeeded;
    public static String unreachable;
    public static String valid;
    public static String value;

    static {
        NLS.initializeMessages("org.aforo.ui.internal.console.messages", Messages.class);
    }

    private Messages() {
    }
}
