package org.aforo.ui.internal.throughput;

import org.aforo.ui.charts.TimeWindow;
import org.eclipse.ui.IMemento;

/**
 * What the view shows of its resources.
 *
 * @param stacked a plot for each resource, rather than one for all
 */
record Options(TimeWindow window, Direction direction, boolean records, boolean bytes, boolean percentiles,
        boolean stacked, boolean legend, boolean table, PictureSize size) {

    static final Options STANDARD = new Options(TimeWindow.FIVE_MINUTES, Direction.BOTH, true, true, true, false, true,
            false, PictureSize.AS_SHOWN);

    /** As saved; what isn't there or can't be read is standard. */
    static Options of(IMemento saved) {
        if (saved == null) {
            return STANDARD;
        }
        return new Options(choice(saved, "window", STANDARD.window), choice(saved, "direction", STANDARD.direction),
                flag(saved, "records", STANDARD.records), flag(saved, "bytes", STANDARD.bytes),
                flag(saved, "percentiles", STANDARD.percentiles), flag(saved, "stacked", STANDARD.stacked),
                flag(saved, "legend", STANDARD.legend), flag(saved, "table", STANDARD.table),
                choice(saved, "size", STANDARD.size));
    }

    void save(IMemento to) {
        to.putString("window", window.name());
        to.putString("direction", direction.name());
        to.putBoolean("records", records);
        to.putBoolean("bytes", bytes);
        to.putBoolean("percentiles", percentiles);
        to.putBoolean("stacked", stacked);
        to.putBoolean("legend", legend);
        to.putBoolean("table", table);
        to.putString("size", size.name());
    }

    private static boolean flag(IMemento saved, String key, boolean standard) {
        Boolean value = saved.getBoolean(key);
        return value == null ? standard : value;
    }

    private static <E extends Enum<E>> E choice(IMemento saved, String key, E standard) {
        String name = saved.getString(key);
        for (E value : standard.getDeclaringClass().getEnumConstants()) {
            if (value.name().equals(name)) {
                return value;
            }
        }
        return standard;
    }
}
