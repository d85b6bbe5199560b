package org.aforo.ui.internal.tables;

import java.util.regex.Pattern;

/** Names that are long only for the noughts that fill them, such as {@code shardId-000000000012}. */
public final class LongNames {

    private static final Pattern NOUGHTS = Pattern.compile("(?<!\\d)0{4,}(?=\\d)");

    private LongNames() {
    }

    /** The same with an ellipsis for the noughts before a number; what tells names apart stays in sight. */
    public static String brief(String name) {
        return name.length() < 12 ? name : NOUGHTS.matcher(name).replaceAll("\u2026");
    }
}
