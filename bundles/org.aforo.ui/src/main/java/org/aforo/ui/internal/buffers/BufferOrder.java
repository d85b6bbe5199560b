package org.aforo.ui.internal.buffers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How rows are sorted: by a column, up or down; what is equal stays in the bench's order. */
record BufferOrder(Column column, boolean down) {

    static final BufferOrder STANDARD = new BufferOrder(null, false);

    /** The order after a click on a column's head: up, down, as the bench has them. */
    BufferOrder click(Column clicked) {
        if (clicked != column) {
            return new BufferOrder(clicked, false);
        }
        return down ? STANDARD : new BufferOrder(clicked, true);
    }

    /** Sorted anew; each row's key is taken once, as it may change meanwhile. */
    List<BufferRow> sort(List<BufferRow> rows) {
        if (column == null) {
            return rows;
        }
        record Keyed(BufferRow row, Comparable<Object> key) {
        }
        List<Keyed> keyed = new ArrayList<>(rows.size());
        for (BufferRow row : rows) {
            keyed.add(new Keyed(row, key(row)));
        }
        Comparator<Keyed> order = (a, b) -> a.key.compareTo(b.key);
        keyed.sort(down ? order.reversed() : order);
        return keyed.stream().map(Keyed::row).toList();
    }

    @SuppressWarnings("unchecked")
    private Comparable<Object> key(BufferRow row) {
        return (Comparable<Object>) column.key(row);
    }
}
