package org.aforo.ui.internal.wizards;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.aforo.client.ResourceState;
import org.aforo.ui.internal.forms.GroupNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Fills a chosen resource in where an action binds members to it. */
final class Bindings {

    private static final Pattern PLACE = Pattern.compile("\\{([^{}]+)}");
    private static final String ATTRIBUTE = "attribute:";

    private Bindings() {
    }

    /** Fills in the members; one that the operation doesn't have is left out. */
    static void fill(GroupNode root, Map<String, String> bind, ResourceState resource, Optional<ResourceState> parent) {
        bind.forEach((member, template) -> root.at(member).ifPresent(node -> node
                .fill(JsonNodeFactory.instance.stringNode(text(template, resource, parent)))));
    }

    /** A template with the resource's name, ARN, attributes; what it doesn't have is empty. */
    static String text(String template, ResourceState resource, Optional<ResourceState> parent) {
        return PLACE.matcher(template).replaceAll(place -> Matcher.quoteReplacement(
                value(place.group(1), resource, parent)));
    }

    private static String value(String place, ResourceState resource, Optional<ResourceState> parent) {
        return switch (place) {
            case "name" -> resource.name();
            case "arn" -> resource.arn();
            case "parent.name" -> parent.map(ResourceState::name).orElse("");
            case "parent.arn" -> parent.map(ResourceState::arn).or(resource::parent).orElse("");
            default -> place.startsWith(ATTRIBUTE)
                    ? resource.attributes().getOrDefault(place.substring(ATTRIBUTE.length()), "")
                    : "";
        };
    }
}
