package org.aforo.service.topics.internal.filter;

import java.math.BigDecimal;

import tools.jackson.databind.JsonNode;

/**
 * A single value of a message, or one that a policy names.
 *
 * @param text   what it is as text
 * @param number what it is as a number; null for other kinds
 */
record Value(Kind kind, String text, BigDecimal number) {

    /** JSON's kinds of plain values. */
    enum Kind {
        STRING, NUMBER, KEYWORD
    }

    static Value string(String text) {
        return new Value(Kind.STRING, text, null);
    }

    static Value number(BigDecimal number) {
        return new Value(Kind.NUMBER, number.toString(), number);
    }

    /** {@code true}, {@code false} or {@code null}. */
    static Value keyword(String word) {
        return new Value(Kind.KEYWORD, word, null);
    }

    /** A plain value of JSON. */
    static Value of(JsonNode node) {
        if (node.isNumber()) {
            return number(node.decimalValue());
        }
        return node.isString() ? string(node.stringValue()) : keyword(node.toString());
    }

    boolean isString() {
        return kind == Kind.STRING;
    }

    /** Whether it is the same: numbers by what they are worth. */
    boolean same(Value other) {
        if (kind != other.kind) {
            return false;
        }
        return number == null ? text.equals(other.text) : number.compareTo(other.number) == 0;
    }
}
