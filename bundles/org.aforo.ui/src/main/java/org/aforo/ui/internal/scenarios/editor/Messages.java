package org.aforo.ui.internal.scenarios.editor;

import org.eclipse.osgi.util.NLS;

/** Texts of the editor of scenarios. */
public final class Messages extends NLS {

    public static String checking;
    public static String examples;
    public static String not_utf8;
    public static String one_of;
    public static String problem_line;
    public static String problems_name;
    public static String required;
    public static String standard;
    public static String replace_with;

    static {
        NLS.initializeMessages("org.aforo.ui.internal.scenarios.editor.messages", Messages.class);
    }

    private Messages() {
    }
}
