package org.aforo.ui.internal.wizards;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.aforo.ui.internal.forms.FormItem;
import tools.jackson.databind.JsonNode;

/**
 * What can be done with a kind of resource, as the bench tells it.
 *
 * @param id        what tells it from all others of its bench
 * @param operation of the service's API; empty for {@link Role#EMPTY}
 * @param bind      members that the chosen resource gives: templates as {@link Bindings} fills them in
 */
public record BenchAction(String id, String service, String kind, Role role, String operation, String title,
        Map<String, String> bind, List<Page> pages) {

    /** What it does. */
    public enum Role {
        CREATE, UPDATE, DELETE, EMPTY
    }

    /** A page of its wizard. */
    public record Page(String title, String description, List<Field> fields) {
    }

    /**
     * A field of a page.
     *
     * @param member path from the input on, dots between
     * @param preset what it is unless changed
     */
    public record Field(String member, String label, String help, Optional<JsonNode> preset,
            Optional<FormItem.Choice> choice) {
    }

    /** Reads the answer of {@code /actions}; what has a role that isn't known here is left out. */
    public static List<BenchAction> all(JsonNode answer) {
        Map<String, BenchAction> actions = new LinkedHashMap<>();
        answer.path("actions").forEach(node -> role(node).ifPresent(role -> {
            BenchAction action = action(id(node, role, actions.keySet()), node, role);
            actions.put(action.id(), action);
        }));
        return List.copyOf(actions.values());
    }

    /** Of several with the same operation those after the first have a number. */
    private static String id(JsonNode node, Role role, Set<String> taken) {
        String id = String.join("/", text(node, "service"), text(node, "kind"), role.name().toLowerCase(Locale.ROOT),
                text(node, "operation"));
        return IntStream.iterate(1, number -> number + 1).mapToObj(number -> number == 1 ? id : id + '/' + number)
                .filter(one -> !taken.contains(one)).findFirst().orElseThrow();
    }

    private static Optional<Role> role(JsonNode node) {
        String name = node.path("role").asString("").toUpperCase(Locale.ROOT);
        for (Role role : Role.values()) {
            if (role.name().equals(name)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }

    private static BenchAction action(String id, JsonNode node, Role role) {
        Map<String, String> bind = new LinkedHashMap<>();
        node.path("bind").properties().forEach(entry -> bind.put(entry.getKey(), entry.getValue().asString("")));
        List<Page> pages = new ArrayList<>();
        node.path("pages").forEach(page -> pages.add(page(page)));
        return new BenchAction(id, text(node, "service"), text(node, "kind"), role, text(node, "operation"),
                text(node, "title"), bind, pages);
    }

    private static Page page(JsonNode node) {
        List<Field> fields = new ArrayList<>();
        node.path("fields").forEach(field -> fields.add(field(field)));
        return new Page(text(node, "title"), text(node, "description"), fields);
    }

    private static Field field(JsonNode node) {
        JsonNode preset = node.path("preset");
        String choices = text(node, "choices");
        return new Field(text(node, "member"), text(node, "label"), text(node, "help"),
                preset.isNull() || preset.isMissingNode() ? Optional.empty() : Optional.of(preset),
                choices.isEmpty() ? Optional.empty()
                        : Optional.of(new FormItem.Choice(choices, text(node, "choiceValue").equals("arn"))));
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }
}
