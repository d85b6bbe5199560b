package org.aforo.protocol.internal.validation;

/**
 * One thing that is wrong with an input.
 *
 * @param path       members and, from 1, items: {@code records.1.member.data}
 * @param pointer    the same as a JSON pointer from 0: {@code /Records/0/Data}
 * @param value      as AWS writes it, or null when there is none
 * @param constraint AWS's words: {@code Member must not be null}
 * @param framework  the words of Smithy's validation framework
 */
record Violation(String path, String pointer, String value, String constraint, String framework) {

    /** The path in AWS's oldest form: {@code Entries.1.Id}. */
    String parameter() {
        StringBuilder text = new StringBuilder();
        for (String step : pointer.substring(1).split("/")) {
            boolean index = !step.isEmpty() && step.chars().allMatch(Character::isDigit);
            text.append(text.isEmpty() ? "" : ".").append(index ? Long.parseLong(step) + 1 : step);
        }
        return text.toString();
    }
}
