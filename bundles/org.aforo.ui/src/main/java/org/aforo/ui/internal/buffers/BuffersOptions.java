package org.aforo.ui.internal.buffers;

import org.aforo.ui.charts.TimeWindow;
import org.eclipse.ui.IMemento;

/** What the view shows below its table. */
record BuffersOptions(TimeWindow window, boolean history, boolean table) {

    /** As saved; what isn't there or can't be read is standard. */
    static BuffersOptions of(IMemento saved) {
        TimeWindow window = TimeWindow.FIVE_MINUTES;
        boolean history = true;
        boolean table = false;
        if (saved != null) {
            for (TimeWindow known : TimeWindow.values()) {
                window = known.name().equals(saved.getString("window")) ? known : window;
            }
            history = !Boolean.FALSE.equals(saved.getBoolean("history"));
            table = Boolean.TRUE.equals(saved.getBoolean("table"));
        }
        return new BuffersOptions(window, history, table);
    }

    void save(IMemento to) {
        to.putString("window", window.name());
        to.putBoolean("history", history);
        to.putBoolean("table", table);
    }
}
