package org.aforo.ui.internal.resources;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.aforo.client.LiveResource;

/**
 * How siblings are ordered: as the bench tells them, or by a column. Compares what was read once, as figures move
 * while they are sorted.
 */
record ResourceOrder(ResourceColumn column, boolean descending) {

    /** As the bench tells them. */
    static final ResourceOrder NONE = new ResourceOrder(null, false);

    private record Key(LiveResource resource, double figure, String text) {
    }

    /** The order after one more click on a column's head: up, down, none. */
    ResourceOrder next(ResourceColumn clicked) {
        if (clicked != column) {
            return new ResourceOrder(clicked, clicked.live());
        }
        return descending == clicked.live() ? new ResourceOrder(clicked, !descending) : NONE;
    }

    boolean live() {
        return column != null && column.live();
    }

    List<LiveResource> sorted(List<LiveResource> resources) {
        if (column == null) {
            return resources;
        }
        List<Key> keys = new ArrayList<>(resources.size());
        for (LiveResource resource : resources) {
            keys.add(column.live() ? new Key(resource, column.figure(resource), "")
                    : new Key(resource, 0, column == ResourceColumn.STATE ? resource.state().state()
                            : column == ResourceColumn.NAME ? resource.state().name()
                            : ResourceLabels.activity(resource)));
        }
        Comparator<Key> by = column.live() ? Comparator.comparingDouble(Key::figure)
                : Comparator.comparing(Key::text, String.CASE_INSENSITIVE_ORDER);
        keys.sort(descending ? by.reversed() : by);
        return keys.stream().map(Key::resource).toList();
    }
}
