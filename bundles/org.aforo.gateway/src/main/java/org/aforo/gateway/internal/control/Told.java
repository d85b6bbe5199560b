package org.aforo.gateway.internal.control;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.aforo.api.Arn;
import org.aforo.api.Resource;

/**
 * What a resource tells of itself beside figures, which hardly ever changes.
 *
 * @param parent null for none
 */
record Told(String name, Arn parent, Map<String, String> attributes, List<Resource.Link> links) {

    /** What it tells now; {@code last} itself where that is the same. */
    static Told of(Resource resource, Told last) {
        String name = resource.name();
        Arn parent = resource.parent().orElse(null);
        Map<String, String> attributes = resource.attributes();
        List<Resource.Link> links = resource.links();
        return last != null && last.name.equals(name) && Objects.equals(last.parent, parent)
                && last.attributes.equals(attributes)
                && last.links.equals(links) ? last
                        : new Told(name, parent, copy(attributes), List.copyOf(links));
    }

    /** In its order, which is the order of display. */
    private static Map<String, String> copy(Map<String, String> attributes) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }
}
