package org.aforo.ui.app.internal;

import org.eclipse.osgi.util.NLS;

/** The texts of this package, in the workbench's language. */
public final class Messages extends NLS {

    public static String Title;
    public static String File;
    public static String Edit;
    public static String Bench;
    public static String Window;
    public static String Help;
    public static String Close;
    public static String Save;
    public static String SaveAll;
    public static String Revert;
    public static String Quit;
    public static String Undo;
    public static String Redo;
    public static String Cut;
    public static String Copy;
    public static String Paste;
    public static String Delete;
    public static String SelectAll;
    public static String Find;
    public static String NewWindow;
    public static String ShowView;
    public static String ResetPerspective;
    public static String Preferences;
    public static String HelpContents;
    public static String HelpSearch;
    public static String DynamicHelp;
    public static String About;
    public static String NoDisplay;
    public static String NoScale;
    public static String AttachWhere;
    public static String DataWhere;
    public static String UnknownOption;
    public static String BadEndpoint;
    public static String WorkspaceTitle;
    public static String WorkspaceLocked;
    public static String WorkspaceBroken;
    public static String WorkspaceFixed;
    public static String WorkspaceAnother;
    public static String BenchStarting;
    public static String BenchName;
    public static String BenchUp;
    public static String BenchOtherPort;
    public static String BenchFailed;
    public static String BenchSlow;
    public static String LanguageTitle;
    public static String LanguageSystem;
    public static String LanguageRestart;
    public static String LanguageUnsaved;
    public static String RestartNow;
    public static String RestartLater;
    public static String ThemeNow;

    static {
        initializeMessages("org.aforo.ui.app.internal.messages", Messages.class);
    }

    private Messages() {
    }
}
