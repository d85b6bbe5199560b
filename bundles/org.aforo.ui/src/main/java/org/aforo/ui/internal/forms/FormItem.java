package org.aforo.ui.internal.forms;

import java.util.List;
import java.util.Optional;

/**
 * A field as people see it.
 *
 * @param help   a sentence or more on it, or empty
 * @param choice what it may be chosen from
 * @param fixed  whether it is there anyway: what is required, an entry of a list
 */
public record FormItem(String label, String help, boolean required, FormNode node, Optional<Choice> choice,
        boolean fixed) {

    /** Resources that are offered: those of a kind, by ARN or by name. */
    public record Choice(String kind, boolean arn) {
    }

    /** A member of an operation's input. */
    public FormItem(String label, String help, boolean required, FormNode node, Optional<Choice> choice) {
        this(label, help, required, node, choice, required);
    }

    /** An entry of a list or a map. */
    static FormItem entry(String label, FormNode node) {
        return new FormItem(label, "", false, node, Optional.empty(), true);
    }

    /** A member by its own name and words. */
    static FormItem of(Schema.Member member, FormNode node) {
        return new FormItem(member.name(), member.documentation(), member.required(), node, Optional.empty());
    }

    /** All members of a structure: those that must be given first. */
    public static List<FormItem> members(GroupNode group) {
        return group.members().stream()
                .sorted((a, b) -> Boolean.compare(b.required(), a.required()))
                .map(member -> of(member, group.member(member.name()).orElseThrow())).toList();
    }

    /** The first paragraph of the help. */
    String shortHelp() {
        int end = help.indexOf("\n\n");
        return end < 0 ? help : help.substring(0, end);
    }
}
