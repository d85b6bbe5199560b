package org.aforo.ui.internal.buffers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.aforo.client.BenchConnection;
import org.aforo.client.BufferView;
import org.aforo.client.Connections;
import org.aforo.client.LiveResource;

/** Finds the buffers that are to be shown. */
final class BufferRows {

    private BufferRows() {
    }

    /** Those of the resources and of what is part of them; those of all benches when there are none. */
    static List<BufferRow> of(List<LiveResource> chosen) {
        Set<LiveResource> found = new LinkedHashSet<>();
        chosen.forEach(resource -> collect(current(resource), found));
        List<BufferRow> rows = rows(found);
        if (rows.isEmpty()) {
            Connections.shared().all().stream().map(BenchConnection::resources).forEach(found::addAll);
            rows = rows(found);
        }
        return rows;
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
    private static List<BufferRow> rows(Collection<LiveResource> resources) {
        List<BufferRow> rows = new ArrayList<>();
        List<BufferRow> limits = new ArrayList<>();
        for (LiveResource resource : resources) {
            for (BufferView view : resource.state().buffers()) {
                (BufferRow.isTokens(view) ? limits : rows).add(new BufferRow(resource, view.name()));
            }
        }
        rows.addAll(limits);
        return rows;
    }
}
