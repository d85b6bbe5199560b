package org.aforo.ui.internal.resources;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.aforo.client.BenchConnection;
import org.aforo.client.LiveResource;
import org.aforo.client.ResourceState;

/** Which resources contain a text, and what they are part of. For the UI thread. */
final class ResourceFilter {

    private String text = "";
    private final Set<LiveResource> matching = new HashSet<>();
    private final Set<LiveResource> above = new HashSet<>();

    /** Filters by another text; everything matches the empty one. */
    void text(String wanted) {
        text = wanted.strip().toLowerCase(Locale.ROOT);
    }

    String text() {
        return text;
    }

    boolean active() {
        return !text.isEmpty();
    }

    /** Looks anew at what there is. */
    void update(Iterable<BenchConnection> connections) {
        matching.clear();
        above.clear();
        if (!active()) {
            return;
        }
        for (BenchConnection connection : connections) {
            for (LiveResource resource : connection.resources()) {
                if (contains(resource.state())) {
                    matching.add(resource);
                    addAbove(resource);
                }
            }
        }
    }

    private void addAbove(LiveResource resource) {
        Optional<LiveResource> parent = resource.parent();
        while (parent.isPresent() && above.add(parent.get())) {
            parent = parent.get().parent();
        }
    }

    private boolean contains(ResourceState state) {
        return state.arn().toLowerCase(Locale.ROOT).contains(text) || state.kind().contains(text)
                || state.name().toLowerCase(Locale.ROOT).contains(text)
                || state.state().toLowerCase(Locale.ROOT).contains(text);
    }

    /** Whether it is to be seen: it matches, or something above or below it does. */
    boolean shows(LiveResource resource) {
        return !active() || above.contains(resource) || matchesItselfOrAbove(resource);
    }

    /** Whether only some of its parts are to be seen. */
    boolean leadsTo(LiveResource resource) {
        return active() && above.contains(resource);
    }

    private boolean matchesItselfOrAbove(LiveResource resource) {
        for (Optional<LiveResource> at = Optional.of(resource); at.isPresent(); at = at.get().parent()) {
            if (matching.contains(at.get())) {
                return true;
            }
        }
        return false;
    }
}
