package org.aforo.ui.internal.resources;

import org.eclipse.core.runtime.Platform;

/** How often tables are brought up to date, as the preferences say. */
public final class Sampling {

    /** Times a second, from 1 to 10. */
    public static final String TABLE_RATE = "tableRate";
    /** Where this bundle's preferences are. */
    public static final String PREFERENCES = "org.aforo.ui";
    public static final int USUAL = 4;

    private static final int MOST = 10;

    private Sampling() {
    }

    public static int tableMillis() {
        int rate = Platform.getPreferencesService().getInt(PREFERENCES, TABLE_RATE, USUAL, null);
        return 1000 / Math.clamp(rate, 1, MOST);
    }
}
