package org.aforo.ui.internal.forms;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A verdict's words, each at its field.
 *
 * @param at        by field (the very node, not one equal to it)
 * @param elsewhere what is about none
 */
public record Findings(Map<FormNode, String> at, List<String> elsewhere) {

    /** Of an input that was checked; one without single violations has its words elsewhere. */
    public static Findings of(GroupNode root, Verdict verdict) {
        Map<FormNode, String> at = new IdentityHashMap<>();
        List<String> elsewhere = new ArrayList<>();
        if (!verdict.valid() && verdict.violations().isEmpty()) {
            elsewhere.add(verdict.words());
        }
        for (Verdict.Violation violation : verdict.violations()) {
            Optional<FormNode> node = Places.find(root, violation.member());
            if (node.isPresent()) {
                at.merge(node.get(), violation.message(), (a, b) -> a + '\n' + b);
            } else {
                elsewhere.add(violation.message());
            }
        }
        return new Findings(at, elsewhere);
    }
}
