package org.aforo.ui.internal.events;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

import org.aforo.client.LiveResource;

/**
 * Which events are shown.
 *
 * @param text       that they contain, in lower case
 * @param type       theirs; empty for all
 * @param problems   only those that tell of something wrong
 * @param connection the name of theirs; empty for all
 * @param resources  theirs, or what those are part of; empty for all
 */
record EventFilter(String text, String type, boolean problems, String connection, List<LiveResource> resources)
        implements
            Predicate<EventRow> {

    @Override
    public boolean test(EventRow row) {
        return (type.isEmpty() || row.type().equals(type)) && (!problems || row.problem())
                && (connection.isEmpty() || row.connection().equals(connection))
                && (resources.isEmpty() || about(row)) && (text.isEmpty() || contains(row));
    }

    private boolean about(EventRow row) {
        for (Optional<LiveResource> at = row.live(); at.isPresent(); at = at.get().parent()) {
            if (resources.contains(at.get())) {
                return true;
            }
        }
        return resources.stream().anyMatch(resource -> resource.arn().equals(row.resource()));
    }

    private boolean contains(EventRow row) {
        return row.text().toLowerCase(Locale.ROOT).contains(text) || row.type().contains(text)
                || row.resource().toLowerCase(Locale.ROOT).contains(text);
    }
}
