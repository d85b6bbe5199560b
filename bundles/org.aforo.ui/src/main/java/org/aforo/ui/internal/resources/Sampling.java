package org.aforo.ui.internal.resources;

import org.eclipse.core.runtime.Platform;

/** How often benches are asked and tables brought up to date, as the preferences say. */
public final class Sampling {

    /** Frames a second that are asked of benches, from 1 to 10. */
    public static final String FRAME_RATE = "frameRate";
    /** Times a second that tables are brought up to date, from 1 to 10. */
    public static final String TABLE_RATE = "tableRate";
    /** Where this bundle's preferences are. */
    public static final String PREFERENCES = "org.aforo.ui";
    public static final int USUAL_FRAMES = 4;
    /** Figures that change faster can't be read, and drawing them is what costs most. */
    public static final int USUAL_TABLES = 2;

    private static final int MOST = 10;

    private Sampling() {
    }

    public static int tableMillis() {
        return 1000 / rate(TABLE_RATE, USUAL_TABLES);
    }

    public static int frames() {
        return rate(FRAME_RATE, USUAL_FRAMES);
    }

    private static int rate(String key, int usual) {
        return Math.clamp(Platform.getPreferencesService().getInt(PREFERENCES, key, usual, null), 1, MOST);
    }
}
