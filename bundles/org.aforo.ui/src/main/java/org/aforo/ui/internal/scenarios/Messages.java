package org.aforo.ui.internal.scenarios;

import org.eclipse.osgi.util.NLS;

/** Texts of the Scenarios view. */
public final class Messages extends NLS {

    public static String column_scenario;
    public static String column_result;
    public static String column_when;
    public static String column_expectation;
    public static String column_found;
    public static String list_name;
    public static String expectations_name;
    public static String view_name;
    public static String log_name;
    public static String progress_name;
    public static String none_selected;
    public static String never_run;
    public static String state_starting;
    public static String state_running;
    public static String state_passed;
    public static String state_failed;
    public static String state_stopped;
    public static String state_broken;
    public static String result_pending;
    public static String result_passed;
    public static String result_failed;
    public static String result_skipped;
    public static String run_title;
    public static String run_not_started;
    public static String run_ended_with;
    public static String new_title;
    public static String copy_title;
    public static String rename_title;
    public static String name_prompt;
    public static String name_taken;
    public static String name_bad;
    public static String delete_title;
    public static String delete_question;
    public static String file_failed;
    public static String folder_failed;
    public static String inputs_title;
    public static String inputs_text;
    public static String inputs_file;
    public static String report_failed;
    public static String page_folder;
    public static String page_text;
    public static String leave_title;
    public static String leave_question;
    public static String leave_close;

    static {
        NLS.initializeMessages("org.aforo.ui.internal.scenarios.messages", Messages.class);
    }

    private Messages() {
    }
}
