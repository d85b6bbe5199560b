package org.aforo.ui.internal.wizards;

import org.eclipse.osgi.util.NLS;

/** Texts. */
public final class Messages extends NLS {

    public static String allMembers;
    public static String allMembersText;
    public static String andMore;
    public static String asking;
    public static String askingForms;
    public static String back;
    public static String cancel;
    public static String canceled;
    public static String checking;
    public static String chooseAction;
    public static String chooseActionText;
    public static String chooseChangeText;
    public static String copied;
    public static String copyAs;
    public static String copyJson;
    public static String deleteButton;
    public static String deleteMany;
    public static String deleteManyQuestion;
    public static String deleteOneQuestion;
    public static String deleted;
    public static String deletedOf;
    public static String done;
    public static String emptied;
    public static String emptiedOf;
    public static String emptyButton;
    public static String emptyMany;
    public static String emptyManyQuestion;
    public static String emptyOneQuestion;
    public static String finish;
    public static String inputJson;
    public static String leftEmpty;
    public static String lossChildren;
    public static String lossFinal;
    public static String lossReaders;
    public static String lossRecords;
    public static String lossWaiting;
    public static String newMenu;
    public static String next;
    public static String noActions;
    public static String noBench;
    public static String notChecked;
    public static String ok;
    public static String review;
    public static String reviewText;
    public static String someFailed;
    public static String subject;

    static {
        NLS.initializeMessages("org.aforo.ui.internal.wizards.messages", Messages.class);
    }

    private Messages() {
    }
}
