package org.aforo.ui.internal.buffers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.aforo.client.BenchConnection;
import org.aforo.client.BufferView;
import org.aforo.client.Connections;
import org.aforo.client.LiveResource;

/**
 * The buffers that are to be shown, in their order. Where there are more than {@value #MOST} these are the fullest, or
 * the first of an order that was asked for: nobody reads more, and a table of very many rows holds up the UI thread.
 *
 * @param hidden buffers that are left out
 */
record BufferRows(List<BufferRow> shown, int hidden) {

    static final int MOST = 500;

    private record Found(BufferRow row, double fill) {
    }

    /** Those of the resources and of what is part of them; those of all benches when there are none. */
    static BufferRows of(List<LiveResource> chosen, BufferOrder order) {
        Set<LiveResource> resources = new LinkedHashSet<>();
        chosen.forEach(resource -> collect(current(resource), resources));
        List<Found> rows = rows(resources);
        if (rows.isEmpty()) {
            Connections.shared().all().stream().map(BenchConnection::resources).forEach(resources::addAll);
            rows = rows(resources);
        }
        int hidden = Math.max(0, rows.size() - MOST);
        if (hidden > 0 && order.column() == null) {
            rows.sort(Comparator.comparingDouble(Found::fill).reversed());
            rows = rows.subList(0, MOST);
        }
        List<BufferRow> sorted = order.sort(rows.stream().map(Found::row).toList());
        return new BufferRows(hidden > 0 ? List.copyOf(sorted.subList(0, MOST)) : sorted, hidden);
    }

    private static LiveResource current(LiveResource resource) {
        return resource.connection().resource(resource.arn()).orElse(resource);
    }

    private static void collect(LiveResource resource, Set<LiveResource> found) {
        if (found.add(resource)) {
            resource.connection().children(resource).forEach(part -> collect(part, found));
        }
    }

    /** What waits to be flushed before limits, which are many and mostly idle. */
    private static List<Found> rows(Collection<LiveResource> resources) {
        List<Found> rows = new ArrayList<>();
        List<Found> limits = new ArrayList<>();
        for (LiveResource resource : resources) {
            for (BufferView view : resource.state().buffers()) {
                (view.kind() == BufferView.Kind.BUFFER ? rows : limits)
                        .add(new Found(new BufferRow(resource, view.name()), view.fill()));
            }
        }
        rows.addAll(limits);
        return rows;
    }
}
