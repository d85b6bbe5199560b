package org.aforo.ui.app.internal;

import org.eclipse.osgi.util.NLS;

/** The texts of this package, in the workbench's language. */
final class Messages extends NLS {

    static String Title;
    static String File;
    static String Edit;
    static String Bench;
    static String Window;
    static String Help;
    static String Close;
    static String Save;
    static String SaveAll;
    static String Revert;
    static String Quit;
    static String Undo;
    static String Redo;
    static String Cut;
    static String Copy;
    static String Paste;
    static String Delete;
    static String SelectAll;
    static String Find;
    static String NewWindow;
    static String ShowView;
    static String ResetPerspective;
    static String Preferences;
    static String HelpContents;
    static String HelpSearch;
    static String DynamicHelp;
    static String About;
    static String NoDisplay;
    static String AttachWhere;
    static String UnknownOption;
    static String BadEndpoint;
    static String WorkspaceTitle;
    static String WorkspaceLocked;
    static String WorkspaceBroken;
    static String WorkspaceFixed;
    static String WorkspaceAnother;
    static String BenchStarting;
    static String BenchName;
    static String BenchUp;
    static String BenchOtherPort;
    static String BenchFailed;
    static String BenchSlow;
    static String LanguageTitle;
    static String LanguageSystem;
    static String LanguageRestart;
    static String LanguageUnsaved;
    static String RestartNow;
    static String RestartLater;
    static String ThemeNow;

    static {
        initializeMessages("org.aforo.ui.app.internal.messages", Messages.class);
    }

    private Messages() {
    }
}
