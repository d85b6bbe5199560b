package org.aforo.service.topics.internal.filter;

import java.math.BigDecimal;
import java.util.List;

/**
 * What one value is asked.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/string-value-matching.html">String matching</a>
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/numeric-value-matching.html">Numeric matching</a>
 */
sealed interface Condition {

    /** Whether a value that is there fits. */
    boolean test(Value value);

    /** The value itself. */
    record Exactly(Value wanted) implements Condition {
        @Override
        public boolean test(Value value) {
            return wanted.same(value);
        }
    }

    /** None of these values. */
    record NoneOf(List<Value> unwanted) implements Condition {
        @Override
        public boolean test(Value value) {
            return unwanted.stream().noneMatch(value::same);
        }
    }

    /** What none of these fits. */
    record Not(List<Condition> unwanted) implements Condition {
        @Override
        public boolean test(Value value) {
            return unwanted.stream().noneMatch(condition -> condition.test(value));
        }
    }

    /** A text that begins so. */
    record Prefix(String text) implements Condition {
        @Override
        public boolean test(Value value) {
            return value.isString() && value.text().startsWith(text);
        }
    }

    /** A text that ends so. */
    record Suffix(String text) implements Condition {
        @Override
        public boolean test(Value value) {
            return value.isString() && value.text().endsWith(text);
        }
    }

    /** The text, in capitals or not. */
    record IgnoringCase(String text) implements Condition {
        @Override
        public boolean test(Value value) {
            return value.isString() && value.text().equalsIgnoreCase(text);
        }
    }

    /** A text of this form. */
    record Wildcard(Wildcards form) implements Condition {
        @Override
        public boolean test(Value value) {
            return value.isString() && form.matches(value.text());
        }
    }

    /** An address of this network. */
    record Within(Cidr network) implements Condition {
        @Override
        public boolean test(Value value) {
            return value.isString() && network.contains(value.text());
        }
    }

    /**
     * A number between two; a bound that is null isn't one.
     *
     * @param openBottom whether the bottom itself isn't in it
     * @param openTop    whether the top itself isn't in it
     */
    record Numeric(BigDecimal bottom, boolean openBottom, BigDecimal top, boolean openTop) implements Condition {
        @Override
        public boolean test(Value value) {
            if (value.number() == null) {
                return false;
            }
            int above = bottom == null ? 1 : value.number().compareTo(bottom);
            int below = top == null ? 1 : top.compareTo(value.number());
            return (openBottom ? above > 0 : above >= 0) && (openTop ? below > 0 : below >= 0);
        }
    }

    /** Whether there is a value at all. */
    record Exists(boolean wanted) implements Condition {
        @Override
        public boolean test(Value value) {
            return wanted;
        }
    }
}
