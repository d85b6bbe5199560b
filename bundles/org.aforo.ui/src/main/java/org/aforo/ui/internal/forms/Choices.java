package org.aforo.ui.internal.forms;

import java.util.List;

import org.aforo.client.BenchConnection;

/** What a field may be chosen from, as it stands now. */
@FunctionalInterface
public interface Choices {

    /** None at all. */
    Choices NONE = choice -> List.of();

    List<String> of(FormItem.Choice choice);

    /** The resources of a bench. */
    static Choices of(BenchConnection bench) {
        return choice -> bench.resources().stream().filter(resource -> resource.state().kind().equals(choice.kind()))
                .map(resource -> choice.arn() ? resource.arn() : resource.state().name()).sorted().toList();
    }
}
