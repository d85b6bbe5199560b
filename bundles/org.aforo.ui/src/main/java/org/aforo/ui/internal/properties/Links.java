package org.aforo.ui.internal.properties;

import java.util.List;

import org.aforo.client.LiveResource;
import org.aforo.client.ResourceState;

/** Links as seen from their far end. */
final class Links {

    private Links() {
    }

    /** The resources, parts of others left out, that link to this one. */
    static List<LiveResource> into(LiveResource resource) {
        return resource.connection().roots().stream()
                .filter(other -> other.state().links().stream().anyMatch(l -> l.to().equals(resource.arn())))
                .toList();
    }

    /** Whether data comes along a link from its far end, as the API's label for it tells. */
    static boolean isSource(String label) {
        return label.equals("source");
    }

    static String label(LiveResource from, LiveResource to) {
        return from.state().links().stream().filter(link -> link.to().equals(to.arn())).map(ResourceState.Link::label)
                .findFirst().orElse("");
    }
}
